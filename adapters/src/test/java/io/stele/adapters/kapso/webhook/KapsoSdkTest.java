package io.stele.adapters.kapso.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.json.JavaScript;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.kapso.Samples;
import io.stele.core.message.Content;
import io.stele.core.message.Json;
import io.stele.core.message.Order;
import io.stele.core.message.Reply;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Meta's form as the official Kapso SDK reads it, unmodified, in a process of its own ({@code src/test/clients}). Where there is no {@code node} the
 * test says that it was skipped.
 */
class KapsoSdkTest {

    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final Text OURS = Text.of("Es ist da.");

    private static final List<Case> CASES = List.of(
            new Case(
                    Happenings.received(Happenings.text()),
                    Map.of(
                            "object", "whatsapp_business_account",
                            "phoneNumberId", "208745501",
                            "displayPhoneNumber", "15550001111",
                            "contacts.0.profile.name", "Mara",
                            "contacts.0.waId", "15551234567",
                            "messages.0.id", "wamid.IN",
                            "messages.0.text.body", "Ist mein Paket da?",
                            "messages.0.kapso.direction", "inbound")),
            new Case(
                    Happenings.received(KapsoPayloadsTest.image()),
                    Map.of(
                            "messages.0.image.id", "77120034",
                            "messages.0.image.url", "https://files.example.com/77120034",
                            "messages.0.fromUserId", "US.13491208655302741918",
                            "messages.0.kapso.direction", "inbound")),
            inbound(
                    new Reply.FlowReply("flow", "{\"flow_token\":\"t1\",\"party_size\":2}", "Sent"),
                    Map.of(
                            "messages.0.kapso.flowToken", "t1",
                            "messages.0.kapso.flowName", "flow",
                            "messages.0.kapso.flowResponse.partySize", "2")),
            inbound(
                    new Order("c1", "Bitte schnell", List.of()),
                    Map.of(
                            "messages.0.order.orderText", "Bitte schnell",
                            "messages.0.kapso.orderText", "Bitte schnell")),
            new Case(
                    Happenings.progressed(Status.SENT, OURS),
                    Map.of(
                            "statuses.0.id", "wamid.AAAABwAAAAAAAAAIAAAAAAAAAAk",
                            "statuses.0.status", "sent",
                            "statuses.0.recipientId", "15551234567",
                            "statuses.0.bizOpaqueCallbackData", "basket-77")),
            new Case(
                    Happenings.progressed(Status.DELIVERED, OURS),
                    Map.of("statuses.0.status", "delivered", "statuses.0.timestamp", "1772438402")),
            new Case(
                    Happenings.progressed(Status.READ, OURS),
                    Map.of("statuses.0.status", "read", "statuses.0.timestamp", "1772438403")),
            new Case(
                    Happenings.progressed(Status.FAILED, OURS),
                    Map.of(
                            "statuses.0.status", "failed",
                            "statuses.0.errors.0.code", "131026",
                            "statuses.0.errors.0.errorData.details", "Not on WhatsApp")),
            new Case(
                    Happenings.echoed(Samples.echo(OURS)),
                    Map.of(
                            "messages.0.text.body", "Es ist da.",
                            "messages.0.kapso.direction", "outbound",
                            "messages.0.kapso.source", "smb_message_echo")),
            new Case(
                    Happenings.view(Happenings.preferenceChanged(Happenings.STOP, null), null),
                    Map.of(
                            "contacts.0.waId", "15551234567",
                            "raw.userPreferences.0.userPreferences.0.value", "stop")),
            new Case(
                    Happenings.view(Happenings.templateChanged("560011223344", "APPROVED", "UTILITY", null), null),
                    Map.of(
                            "raw.messageTemplateStatusUpdate.0.event", "APPROVED",
                            "raw.messageTemplateStatusUpdate.0.messageTemplateId", "560011223344")),
            new Case(
                    Happenings.view(Happenings.templateChanged("560011223344", null, "UTILITY", "MARKETING"), null),
                    Map.of("raw.templateCategoryUpdate.0.newCategory", "UTILITY")));

    @TempDir
    private Path directory;

    @Test
    void theSdkVerifiesAndReadsWhatIsSent() throws IOException, InterruptedException {
        JavaScript.requires("node", "npm");
        JavaScript javaScript = new JavaScript(directory);
        if (!Files.exists(CLIENTS.resolve("node_modules/.package-lock.json"))) {
            javaScript.run(CLIENTS, List.of(), "npm", "ci", "--no-audit", "--no-fund");
        }

        List<String> answers = javaScript.lines(
                CLIENTS, CASES.stream().map(Case::line).toList(), "node", "kapso.mjs");

        for (int i = 0; i < answers.size(); i++) {
            CASES.get(i).check(Expected.tree(answers.get(i)));
        }
    }

    private static Case inbound(Content content, Map<String, String> read) {
        return new Case(Happenings.received(Samples.inbound(content)), read);
    }

    /**
     * Something that happened.
     *
     * @param read what the SDK must read of it, by the paths of its answer
     */
    private record Case(EventView view, Map<String, String> read) {

        /** What a receiver is given: the body, and one of its headers. */
        private String line() {
            var webhook = Hooks.meta(Hooks.NUMBER);
            Payload payload = Hooks.META.payloads(view, webhook).getFirst();
            byte[] body = payload.body().getBytes(StandardCharsets.UTF_8);
            String signature = Hooks.META
                    .headers(webhook, Hooks.delivery(payload, 41), body, 0, Samples.AT)
                    .get("X-Hub-Signature-256");
            return JavaScriptJson.text(new Json.Members(Map.of(
                    "secret", new Json.Text(Hooks.SECRET),
                    "signature", new Json.Text(signature),
                    "body", new Json.Text(payload.body()))));
        }

        private void check(Json answer) {
            assertThat(at(answer, "verified")).isEqualTo("true");
            assertThat(at(answer, "verifiedAltered")).isEqualTo("false");
            assertThat(at(answer, "verifiedByAnother")).isEqualTo("false");
            read.forEach((path, value) ->
                    assertThat(at(answer, "normalized." + path)).as(path).isEqualTo(value));
        }

        private static String at(Json tree, String path) {
            Json found = tree;
            for (String step : path.split("\\.")) {
                found = switch (found) {
                    case Json.Members(var members) -> members.getOrDefault(step, new Json.Null());
                    case Json.Elements(var elements) -> elements.get(Integer.parseInt(step));
                    case Json.Text _, Json.Number _, Json.Truth _, Json.Null _ -> new Json.Null();
                };
            }
            return switch (found) {
                case Json.Text(String text) -> text;
                case Json.Number(var number) -> number.toPlainString();
                case Json.Truth(boolean truth) -> Boolean.toString(truth);
                case Json.Members _, Json.Elements _, Json.Null _ -> found.toString();
            };
        }
    }
}
