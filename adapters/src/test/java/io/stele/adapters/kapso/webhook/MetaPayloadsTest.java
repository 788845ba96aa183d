package io.stele.adapters.kapso.webhook;

import static io.stele.adapters.kapso.webhook.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.kapso.Samples;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that Meta has words for, against payloads written by hand (contract section 4.7). */
class MetaPayloadsTest {

    private static final Text OURS = Text.of("Es ist da.");

    @ParameterizedTest(name = "{0}")
    @MethodSource("happenings")
    void whatHappensIsReportedInMetasForm(String expected, String field, @Nullable UUID lane, EventView view) {
        List<Payload> payloads = payloads(view);

        assertThat(payloads).hasSize(1);
        assertThat(payloads.getFirst().event()).isEqualTo(field);
        assertThat(payloads.getFirst().lane()).isEqualTo(lane);
        assertThat(Expected.tree(payloads.getFirst().body())).isEqualTo(Expected.json(expected));
    }

    static Stream<Arguments> happenings() {
        UUID talk = Samples.CONVERSATION;
        return Stream.of(
                Arguments.of("meta-received", "messages", talk, Happenings.received(Happenings.text())),
                Arguments.of("meta-received-image", "messages", talk, Happenings.received(KapsoPayloadsTest.image())),
                Arguments.of("meta-received-system", "messages", talk, Happenings.received(note())),
                Arguments.of(
                        "meta-received-nameless",
                        "messages",
                        talk,
                        view(Happenings.receivedEvent(false), Happenings.text(), null, nameless())),
                Arguments.of("meta-sent", "messages", talk, Happenings.progressed(Status.SENT, OURS)),
                Arguments.of("meta-delivered", "messages", null, Happenings.progressed(Status.DELIVERED, OURS)),
                Arguments.of("meta-read", "messages", null, Happenings.progressed(Status.READ, OURS)),
                Arguments.of("meta-failed", "messages", null, Happenings.progressed(Status.FAILED, OURS)),
                Arguments.of(
                        "meta-sent-to-user-id",
                        "messages",
                        talk,
                        Happenings.progressed(Status.SENT, OURS, Happenings.USER)),
                Arguments.of(
                        "meta-echoed",
                        "smb_message_echoes",
                        talk,
                        Happenings.echoed(Samples.echo(Text.of("Ich übernehme.")))),
                Arguments.of(
                        "meta-preference",
                        "user_preferences",
                        null,
                        view(Happenings.preferenceChanged(Happenings.STOP, null), null)),
                Arguments.of(
                        "meta-template-status",
                        "message_template_status_update",
                        null,
                        view(Happenings.templateChanged("560011223344", "APPROVED", "UTILITY", null), null)),
                Arguments.of(
                        "meta-template-category",
                        "template_category_update",
                        null,
                        view(Happenings.templateChanged("560011223344", null, "UTILITY", "MARKETING"), null)));
    }

    @Test
    void aReportOfStatusAndCategoryIsToldAsTwo() {
        EventView view = view(Happenings.templateChanged("560011223344", "APPROVED", "UTILITY", "MARKETING"), null);

        assertThat(payloads(view))
                .extracting(Payload::event)
                .containsExactly("message_template_status_update", "template_category_update");
    }

    /** JavaScript holds whole numbers exactly up to two to the power of 53. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "560011223344, 560011223344",
        "9007199254740992, 9007199254740992",
        "9007199254740993, \"9007199254740993\"",
        "56001122334455667, \"56001122334455667\"",
        "007, \"007\"",
        "tpl_1, \"tpl_1\"",
    })
    void aTemplatesIdIsANumberWhereItCanBe(String id, String written) {
        Payload payload = payloads(view(Happenings.templateChanged(id, "APPROVED", null, null), null)).getFirst();

        assertThat(payload.body()).contains("\"message_template_id\":" + written + ",");
    }

    @Test
    void aProvidersOwnWordsAboutAPreferenceAreKept() {
        MarketingPreference preference = new MarketingPreference(
                MarketingPreference.Wish.RESUME,
                Happenings.AT,
                MarketingPreference.Source.PROVIDER_REPORT,
                "Asked in a survey");

        Payload payload = payloads(view(Happenings.preferenceChanged(preference, null), null)).getFirst();

        assertThat(payload.body()).contains("\"detail\":\"Asked in a survey\"", "\"value\":\"resume\"");
    }

    @Test
    void anImpendingChangeOfACategoryIsToldWithTheMomentWhenMetaSaidSo() {
        TemplateReport report = new TemplateReport(
                "31500042",
                "7",
                "parcel_ready",
                "de",
                null,
                "UTILITY",
                null,
                "MARKETING",
                null,
                Instant.ofEpochSecond(1_746_082_800),
                new Json.Members(Map.of("category_update_timestamp", new Json.Number(new BigDecimal("1746169200")))));

        assertThat(payloads(view(new TemplateChanged(report), null)))
                .singleElement()
                .extracting(Payload::body)
                .asString()
                .contains(
                        "\"time\":1746082800",
                        "\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\"",
                        "\"category_update_timestamp\":1746169200");
    }

    @Test
    void thatAVoiceMessageWasPlayedIsTold() {
        EventView read = Happenings.progressed(Status.READ, OURS);
        Message message = Objects.requireNonNull(read.message());
        EventView played = view(
                new MessagePlayed(Samples.ENDPOINT, message.id(), Happenings.AT.plusSeconds(9)), message);

        assertThat(payloads(played))
                .singleElement()
                .extracting(Payload::body)
                .asString()
                .contains(
                        "\"status\":\"played\"",
                        "\"timestamp\":\"" + Happenings.AT.plusSeconds(9).getEpochSecond() + "\"");
    }

    @Test
    void whatAPersonIsCalledStandsInTheProfile() {
        Contact known = Happenings.contact();
        Contact called = new Contact(
                known.id(), known.scope(), known.profileName(), "@mara.k", null, null, known.metadata(), known.addresses(),
                known.createdAt(), known.updatedAt());

        assertThat(List.of(
                        view(Happenings.receivedEvent(false), Happenings.text(), null, called),
                        view(Happenings.preferenceChanged(Happenings.STOP, null), null, null, called)))
                .allSatisfy(view -> assertThat(payloads(view).getFirst().body())
                        .contains("\"profile\":{\"name\":\"Mara\",\"username\":\"@mara.k\"}"));
    }

    private static List<Payload> payloads(EventView view) {
        return Hooks.META.payloads(view, Hooks.meta(Hooks.NUMBER));
    }

    private static Message note() {
        return Samples.inbound(
                new SystemNote("user_changed_number", "User changed", "15557654321", Json.Members.EMPTY));
    }

    private static Contact nameless() {
        Contact known = Happenings.contact();
        return new Contact(
                known.id(),
                known.scope(),
                null,
                null,
                "Mara K.",
                null,
                known.metadata(),
                known.addresses(),
                known.createdAt(),
                known.updatedAt());
    }
}
