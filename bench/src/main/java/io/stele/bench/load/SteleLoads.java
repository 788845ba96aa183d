package io.stele.bench.load;

import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.harness.stele.BusinessNumber;
import io.stele.harness.stele.ConnectedStele;
import io.stele.harness.stele.Flavour;
import io.stele.harness.stele.HookSigner;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a server with a connected number is asked by its clients and by Meta. The files for it are in the server's directory. */
public record SteleLoads(ConnectedStele stele) {

    /** Sends texts to everybody in turn. */
    public Load sends(Flavour flavour) {
        Path people = stele.directory().resolve("people.txt");
        try {
            Files.write(people, stele.people().stream().map(Person::digits).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Load.Sends(
                stele.process().root().resolve(flavour.sendPath()), flavour.sendHeaders(), flavour.sendBody(), people);
    }

    /** Lists the newest 50 messages. */
    public Load lists(Flavour flavour) throws IOException {
        Path paths = Files.writeString(stele.directory().resolve("list-" + flavour + ".txt"), flavour.listPath() + "\n");
        return new Load.Paths(stele.process().root(), flavour.listHeaders(), paths);
    }

    /** Gets these messages in turn. */
    public Load gets(Flavour flavour, List<String> ids) throws IOException {
        Path paths = Files.write(
                stele.directory().resolve("get-" + flavour + ".txt"),
                ids.stream().map(id -> flavour.getPath() + id).toList());
        return new Load.Paths(stele.process().root(), flavour.sendHeaders(), paths);
    }

    /**
     * Posts texts of everybody in turn, which are signed here, each with an id of its own.
     *
     * @param count how many there are; with the last of them the load ends
     */
    public Load hooks(int count) throws IOException {
        Path file = stele.directory().resolve("hooks.txt");
        List<Person> people = stele.people();
        HookSigner signer = new HookSigner(BusinessNumber.APP_SECRET);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                String body = CallbackBody.of(
                                BusinessNumber.BUSINESS,
                                Inbound.text(people.get(i % people.size()), "Is my order ready?"))
                        .json();
                writer.append(signer.sign(body)).append(' ').append(body).append('\n');
            }
        }
        return new Load.Hooks(stele.hook(), Map.of("Content-Type", "application/json"), file);
    }
}
