package io.stele.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a JSON body: mostly the value of one or two of its members, sometimes its text or its bytes. */
final class BodyMutation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MARK = Pattern.compile("\"@@@\"");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16, Charset.forName("UTF-32"), StandardCharsets.ISO_8859_1);

    private final Random random;

    BodyMutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] body) {
        byte[] changed = random.nextInt(6) == 0 ? body : inTree(body);
        return switch (random.nextInt(12)) {
            case 0 -> inBytes(changed);
            case 1 -> inTree(inTree(changed));
            default -> changed;
        };
    }

    private byte[] inTree(byte[] body) {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JacksonException e) {
            return body;
        }
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers, 0);
        if (containers.isEmpty()) {
            return body;
        }
        JsonNode place = Strangers.one(containers, random);
        if (place instanceof ObjectNode object) {
            inObject(object);
        } else if (place instanceof ArrayNode array) {
            inArray(array);
        }
        String text = tree.toString();
        String stranger = Strangers.json(random);
        return MARK.matcher(text).replaceFirst(_ -> Matcher.quoteReplacement(stranger)).getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> containers, int depth) {
        if (depth < 50 && node.isContainer() && containers.size() < 1_000) {
            containers.add(node);
            node.forEach(child -> collect(child, containers, depth + 1));
        }
    }

    private void inObject(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(10) == 0) {
            object.put(Strangers.one(List.of("", "type", "text", "\u0000", "\ud800", "metadata", "id", "x".repeat(50_000)), random), "@@@");
            return;
        }
        String name = Strangers.one(names, random);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, object.arrayNode().add(object.get(name).deepCopy()).add("@@@"));
            case 2 -> object.put(name + "\u0000", "@@@");
            default -> object.put(name, "@@@");
        }
    }

    private void inArray(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(4) == 0) {
            array.add("@@@");
        } else if (random.nextInt(4) == 0) {
            for (int i = random.nextInt(3) == 0 ? 1_000 : 12; i > 0; i--) {
                array.add(array.get(0).deepCopy());
            }
        } else {
            array.set(random.nextInt(array.size()), "@@@");
        }
    }

    private byte[] inBytes(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> flipped(body);
            case 2 -> inserted(body, Strangers.noText(random));
            case 3 -> text.getBytes(Strangers.one(CHARSETS, random));
            case 4 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
            case 6 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 7 -> text.replaceFirst("\\{", "{" + "\"type\":1,\"to\":[],").getBytes(StandardCharsets.UTF_8);
            default -> Strangers.json(random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] changed = body.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] inserted(byte[] body, byte[] bytes) {
        int at = random.nextInt(body.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(body, 0, at);
        out.writeBytes(bytes);
        out.write(body, at, body.length - at);
        return out.toByteArray();
    }
}
