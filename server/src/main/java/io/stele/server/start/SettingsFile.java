package io.stele.server.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code stele.yml}. Values are taken as they are written, so that neither a plus nor a leading zero is lost. */
final class SettingsFile {

    private static final String ROOT = "stele";

    private final Path file;
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The settings in the file.
     *
     * @throws SettingsException when it cannot be read, or has something that is no setting
     */
    static Map<Setting, String> read(Path file) {
        SettingsFile reading = new SettingsFile(file);
        try (Reader reader = Files.newBufferedReader(file)) {
            Node document = new Yaml(new LoaderOptions()).compose(reader);
            if (document != null) {
                reading.collect("", document);
            }
        } catch (IOException e) {
            throw reading.wrong("it cannot be read");
        } catch (YAMLException e) {
            throw reading.wrong("it is not valid YAML");
        }
        return reading.values;
    }

    private void collect(String path, Node node) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple entry : mapping.getValue()) {
                    collect(path.isEmpty() ? key(entry) : path + "." + key(entry), entry.getValueNode());
                }
            }
            case ScalarNode scalar -> put(path, scalar.getValue());
            case Node other -> throw wrong("'" + path + "' on line " + line(other) + " must be a single value");
        }
    }

    private String key(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            return key.getValue();
        }
        throw wrong("line " + line(entry.getKeyNode()) + " has a key that is no word");
    }

    private void put(String path, String value) {
        Setting setting = Setting.ofPath(path)
                .filter(_ -> path.startsWith(ROOT + "."))
                .orElseThrow(() -> wrong("'" + path + "' is no setting"));
        if (values.put(setting, value) != null) {
            throw wrong("'" + path + "' is there twice");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private SettingsException wrong(String what) {
        return new SettingsException("The settings file " + file + " is wrong: " + what + ".");
    }
}
