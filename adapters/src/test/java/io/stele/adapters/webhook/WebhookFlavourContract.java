package io.stele.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.Contents;
import io.stele.core.message.Interactives;
import io.stele.core.message.Message;
import io.stele.core.message.Templates;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookFlavour;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every flavour of webhooks. */
public abstract class WebhookFlavourContract {

    protected abstract WebhookFlavour flavour();

    /** A webhook of the flavour that wants these events. */
    protected abstract Webhook webhook(Set<String> events);

    /** The names of all events. */
    protected abstract Set<String> names();

    @Property(tries = 300)
    void aMessageOfAnyKindIsToldAsJsonThatJavaScriptLeavesAsItIs(@ForAll("contents") Content content) {
        Message message = Views.inbound(content);
        List<Payload> told = Views.ofMessages()
                .flatMap(event -> flavour().payloads(Views.of(event, message), webhook(names())).stream())
                .toList();

        assertThat(told).hasSizeGreaterThanOrEqualTo(7);
        assertThat(told).allSatisfy(payload -> {
            JsonNode body = Records.read(payload.body());
            assertThat(body.isObject()).isTrue();
            assertThat(JavaScriptJson.text(body)).isEqualTo(payload.body());
        });
    }

    @Provide
    Arbitrary<Content> contents() {
        return Arbitraries.oneOf(
                Contents.any(),
                Interactives.any().map(Content.class::cast),
                Templates.any().map(Content.class::cast));
    }

    @Example
    void theSameArgumentsGiveTheSameAnswer() {
        views().forEach(view -> assertThat(flavour().payloads(view, webhook(names())))
                .isEqualTo(flavour().payloads(view, webhook(names()))));
    }

    @Example
    void whatIsMissingDoesNotFail() {
        views().flatMap(WebhookFlavourContract::withHoles)
                .forEach(view -> assertThat(flavour().payloads(view, webhook(names())))
                        .allSatisfy(payload -> assertThat(Records.read(payload.body()).isObject()).isTrue()));
    }

    @Example
    void whoAsksForNothingIsToldNothing() {
        views().forEach(view -> assertThat(flavour().payloads(view, webhook(Set.of()))).isEmpty());
    }

    @Example
    void whoAsksForOneEventIsToldThatOne() {
        for (String name : names()) {
            views().flatMap(view -> flavour().payloads(view, webhook(Set.of(name))).stream())
                    .forEach(payload -> assertThat(payload.event()).isEqualTo(name));
        }
    }

    @Example
    void theTimesBetweenAttemptsGrow() {
        assertThat(flavour().schedule().pauses()).isNotEmpty().isSorted();
    }

    private static Stream<EventView> views() {
        Message message = Views.outbound(Text.of("Hi"), Mode.LIVE, Channel.WHATSAPP);
        return Stream.concat(
                Views.ofMessages().map(event -> Views.of(event, message)), Views.ofOthers().map(Views::of));
    }

    /** The view without each of its parts, and without all of them. */
    private static Stream<EventView> withHoles(EventView view) {
        return Stream.of(
                new EventView(view.logged(), null, view.message(), null, null, view.contact()),
                new EventView(view.logged(), view.endpoint(), null, null, null, view.contact()),
                new EventView(view.logged(), view.endpoint(), view.message(), null, null, null),
                new EventView(view.logged(), null, null, null, null, null));
    }
}
