package io.stele.server.start;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads {@code stele.yml}. Values are taken as they are written, so that neither a plus nor a leading zero is lost; what is empty is not set.
 */
final class SettingsFile {

    private static final String ROOT = "stele";
    private static final String NUMBERS = ROOT + ".whatsapp";

    private final Path file;
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<ListedNumber> numbers = new ArrayList<>();

    /** What a file sets. */
    record Contents(Map<Setting, String> values, List<ListedNumber> numbers) {}

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The settings in the file.
     *
     * @throws SettingsException when it cannot be read, or has something that is no setting
     */
    static Contents read(Path file) {
        SettingsFile reading = new SettingsFile(file);
        Node document = reading.document();
        if (document instanceof MappingNode mapping) {
            reading.members("", mapping);
        } else if (document != null && !isEmpty(document)) {
            throw reading.wrong("it is no list of settings under '" + ROOT + "'");
        }
        return new Contents(reading.values, List.copyOf(reading.numbers));
    }

    private @Nullable Node document() {
        if (!Files.isRegularFile(file)) {
            throw wrong("it is no file");
        }
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw wrong("it is no text in UTF-8");
        } catch (IOException e) {
            throw wrong("it cannot be read");
        } catch (MarkedYAMLException e) {
            throw wrong("line " + (e.getProblemMark().getLine() + 1) + " is not valid YAML");
        } catch (YAMLException e) {
            throw wrong("it is not valid YAML");
        }
    }

    private void members(String path, MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            collect(path.isEmpty() ? key(entry) : path + "." + key(entry), entry.getValueNode());
        }
    }

    private String key(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            return key.getValue();
        }
        throw wrong("line " + line(entry.getKeyNode()) + " has a key that is no word");
    }

    /** Goes into sections only that some setting stands in, so that one which holds itself comes to an end. */
    private void collect(String path, Node node) {
        boolean isOurs = path.equals(ROOT) || path.startsWith(ROOT + ".");
        boolean isSection = isOurs && Setting.isSection(path);
        Optional<Setting> setting = Setting.ofPath(path).filter(_ -> isOurs);
        if (path.equals(NUMBERS)) {
            list(node);
        } else if (isSection && node instanceof MappingNode mapping) {
            members(path, mapping);
        } else if (setting.isPresent()) {
            put(path, setting.get(), node);
        } else if (!isSection || !isEmpty(node)) {
            throw wrong("'" + path + "' is no setting");
        }
    }

    private void put(String path, Setting setting, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("'" + path + "' on line " + line(node) + " must be a single value");
        }
        if (values.put(setting, isEmpty(scalar) ? "" : scalar.getValue()) != null) {
            throw wrong("'" + path + "' is there twice");
        }
    }

    private void list(Node node) {
        if (isEmpty(node)) {
            return;
        }
        if (!(node instanceof SequenceNode list) || !numbers.isEmpty()) {
            throw wrong("'" + NUMBERS + "' on line " + line(node) + " must be one list of numbers");
        }
        for (Node item : list.getValue()) {
            numbers.add(number(item));
        }
    }

    /** Its members by their names, in which an underscore is as good as a dash; what is empty is not there. */
    private ListedNumber number(Node node) {
        String path = NUMBERS + "[" + numbers.size() + "]";
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("'" + path + "' on line " + line(node) + " must have members");
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String member = path + "." + key(entry);
            if (!(entry.getValueNode() instanceof ScalarNode scalar)) {
                throw wrong("'" + member + "' on line " + line(entry.getValueNode()) + " must be a single value");
            }
            String value = isEmpty(scalar) ? "" : scalar.getValue().strip();
            if (members.put(key(entry).replace('_', '-'), value) != null) {
                throw wrong("'" + member + "' is there twice");
            }
        }
        members.values().removeIf(String::isEmpty);
        return new ListedNumber(file, path, members);
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private SettingsException wrong(String what) {
        return new SettingsException("The settings file " + file + " is wrong: " + what + ".");
    }
}
