package io.stele.adapters.kapso.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.json.JavaScript;
import io.stele.adapters.kapso.Samples;
import io.stele.core.message.Content;
import io.stele.core.message.Status;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.WebhookForm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that have parsed a body, and write it again to check its signature (contract section 4.3). */
class JavaScriptReceiverTest {

    private static final int CONTENTS = 200;

    @TempDir
    private Path directory;

    @BeforeEach
    void thereIsNode() throws InterruptedException {
        JavaScript.requires("node");
    }

    @Test
    void aBodyThatWasParsedAndWrittenAgainIsWhatWasSigned() throws IOException, InterruptedException {
        List<String> bodies = new ArrayList<>();
        List<Content> contents = EveryContentTest.any().sampleStream().limit(CONTENTS).toList();
        for (Content content : contents) {
            Stream.of(
                            Happenings.received(Samples.inbound(content)),
                            Happenings.echoed(Samples.echo(content)),
                            Happenings.progressed(Status.FAILED, content))
                    .flatMap(view -> EveryContentTest.told(view).stream())
                    .map(Payload::body)
                    .forEach(bodies::add);
            bodies.add(batch(Happenings.received(Samples.inbound(content))));
        }
        Happenings.events().stream()
                .flatMap(event -> EveryContentTest.told(Happenings.view(event, Happenings.text())).stream())
                .map(Payload::body)
                .forEach(bodies::add);

        List<String> again = new JavaScript(directory).stringified(bodies);

        for (int i = 0; i < bodies.size(); i++) {
            assertThat(again.get(i)).isEqualTo(bodies.get(i));
        }
    }

    private static String batch(EventView view) {
        WebhookForm.Buffering buffering = new WebhookForm.Buffering(true, Duration.ofSeconds(5), 50, Set.of());
        var webhook = Hooks.kapso(Hooks.NUMBER, Hooks.ALL, buffering);
        var member = Hooks.delivery(Hooks.KAPSO.payloads(view, webhook).getFirst(), 41);
        return Hooks.KAPSO.batch(List.of(member, member), webhook).body();
    }
}
