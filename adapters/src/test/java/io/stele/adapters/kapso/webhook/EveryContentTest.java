package io.stele.adapters.kapso.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.json.Trees;
import io.stele.adapters.kapso.Samples;
import io.stele.core.message.Content;
import io.stele.core.message.Contents;
import io.stele.core.message.Json;
import io.stele.core.message.Status;
import io.stele.core.message.Unsupported;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a message says, it is told, as JSON that stays what it is. */
class EveryContentTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatComesInIsToldInBothForms(@ForAll("any") Content content) {
        stable(Happenings.received(Samples.inbound(content)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatGoesOutIsToldInBothForms(@ForAll("any") Content content) {
        stable(Happenings.progressed(Status.SENT, content));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatTheBusinessWroteItselfIsToldInBothForms(@ForAll("any") Content content) {
        stable(Happenings.echoed(Samples.echo(content)));
    }

    private static void stable(EventView view) {
        assertThat(told(view)).hasSize(2).allSatisfy(payload -> {
            Json tree = Expected.tree(payload.body());
            assertThat(JavaScriptJson.text(tree)).isEqualTo(payload.body());
        });
    }

    static List<Payload> told(EventView view) {
        return Stream.concat(
                        Hooks.KAPSO.payloads(view, Hooks.kapso(Hooks.NUMBER, Hooks.ALL)).stream(),
                        Hooks.META.payloads(view, Hooks.meta(Hooks.NUMBER)).stream())
                .toList();
    }

    /** Also what no channel knows, with names and numbers that JavaScript treats in ways of its own. */
    @Provide
    static Arbitrary<Content> any() {
        return Arbitraries.oneOf(
                Contents.any(),
                Combinators.combine(Arbitraries.of("pin", "kapso", "edit"), new Trees().get())
                        .as((kind, tree) -> new Unsupported(kind, new Json.Members(Map.of("pin", tree, "more", tree)))));
    }
}
