package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.contact.MarketingPreference.Source;
import io.stele.core.contact.MarketingPreference.Wish;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.inbound.Unhandled;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.template.TemplateReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole bodies: what each part of them becomes, and that none is lost. */
class WhatsAppWebhookTest {

    @Test
    void everyEntryAndChangeIsRead() {
        Heard heard = Posts.read("several.json");

        assertThat(heard.messages())
                .extracting(InboundMessage::providerMessageId, InboundMessage::profileName)
                .containsExactly(tuple("wamid.1", "Ben"), tuple("wamid.2", "Mara"), tuple("wamid.3", null));
        assertThat(heard.receipts()).hasSize(1);
    }

    @Test
    void whatNothingComesOfIsShown() {
        assertThat(Posts.read("several.json").unhandled())
                .extracting(Unhandled::topic, Unhandled::reason)
                .containsExactly(
                        tuple("messages", Reason.UNREADABLE),
                        tuple("messages", Reason.UNREADABLE),
                        tuple("errors", Reason.NOT_SERVED),
                        tuple("messages", Reason.UNREADABLE),
                        tuple("messages", Reason.UNREADABLE),
                        tuple("messages", Reason.NOT_OURS),
                        tuple("history", Reason.NOT_SERVED));
    }

    @Test
    void theHistoryOfChatsIsNotNewsButIsNotLost() {
        JsonNode body = Posts.resource("several.json");
        Heard heard = Posts.read(body);

        assertThat(heard.echoes()).isEmpty();
        assertThat(heard.unhandled().getLast().details())
                .isEqualTo(JsonTrees.toMembers(body.get("entry").get(1).get("changes").get(2)));
    }

    @Test
    void whatTheBusinessWroteOnItsPhoneIsAnEcho() {
        Heard heard = Posts.read("echoes.json");

        assertThat(heard.echoes())
                .extracting(MessageEcho::providerMessageId, MessageEcho::to)
                .containsExactly(
                        tuple("wamid.E1", new PhoneNumber("+15550100777")),
                        tuple("wamid.E2", new BusinessScopedUserId("US.222")),
                        tuple("wamid.E3", new PhoneNumber("+15550100777")));
        assertThat(heard.echoes().getFirst().content()).isEqualTo(Text.of("It is on its way"));
        assertThat(heard.echoes().getFirst().sentAt()).isEqualTo(Posts.SENT);
        assertThat(heard.echoes().get(1).content())
                .isEqualTo(new Interactive(
                        null,
                        "Keep it?",
                        null,
                        new Interactive.ReplyButtons(List.of(new Interactive.Button("y", "Yes")))));
        assertThat(heard.echoes().get(2).content())
                .isEqualTo(new Unsupported("edit", new Json.Members(Map.of(
                        "edit", new Json.Members(Map.of("original_message_id", new Json.Text("wamid.E1")))))));
        assertThat(heard.unhandled())
                .extracting(Unhandled::topic, Unhandled::reason)
                .containsExactly(tuple("message_echoes", Reason.UNREADABLE));
    }

    @Test
    void aWishIsReported() {
        Heard heard = Posts.read("accounts.json");
        BusinessScopedUserId mara = new BusinessScopedUserId("US.222");
        BusinessScopedUserId ben = new BusinessScopedUserId("US.333");

        assertThat(heard.preferences())
                .containsExactly(
                        new PreferenceReport(
                                Posts.ENDPOINT,
                                new PhoneNumber("+15550100777"),
                                new Identity(mara, null, "@realmara"),
                                new MarketingPreference(
                                        Wish.STOP, Posts.SENT, Source.PROVIDER_REPORT, "User requested to stop marketing messages")),
                        new PreferenceReport(
                                Posts.ENDPOINT,
                                ben,
                                new Identity(ben, null, null),
                                new MarketingPreference(
                                        Wish.RESUME,
                                        Posts.SENT.plusSeconds(1),
                                        Source.PROVIDER_REPORT,
                                        "User requested to resume marketing messages")));
        assertThat(heard.unhandled())
                .extracting(Unhandled::topic, Unhandled::reason)
                .contains(
                        tuple("user_preferences", Reason.UNREADABLE), tuple("user_preferences", Reason.NOT_SERVED));
    }

    @Test
    void aTemplatesStatusAndCategoryAreReported() {
        Heard heard = Posts.read("accounts.json");

        assertThat(heard.templates()).extracting(TemplateNews::endpoint).containsOnly(Posts.ENDPOINT);
        assertThat(heard.templates())
                .extracting(TemplateNews::report)
                .extracting(
                        TemplateReport::businessAccountId,
                        TemplateReport::id,
                        TemplateReport::name,
                        TemplateReport::language,
                        TemplateReport::status,
                        TemplateReport::category,
                        TemplateReport::previousCategory,
                        TemplateReport::nextCategory,
                        TemplateReport::reason)
                .containsExactly(
                        tuple("2002", "1689556908129832", "order_confirmation", "en-US", "REJECTED", "MARKETING", null, null, "INVALID_FORMAT"),
                        tuple("2002", "1689556908129832", "order_confirmation", "en-US", "APPROVED", "UTILITY", null, null, null),
                        tuple("2002", "278077987957091", "welcome", "en_US", null, "MARKETING", "UTILITY", null, null),
                        tuple("2002", "278077987957091", "welcome", "en_US", null, "UTILITY", null, "MARKETING", null));
        assertThat(heard.templates())
                .extracting(news -> news.report().at())
                .containsOnly(Instant.ofEpochSecond(1_772_438_400));
        assertThat(heard.unhandled())
                .extracting(Unhandled::topic, Unhandled::reason)
                .contains(tuple("message_template_status_update", Reason.UNREADABLE));
    }

    @Test
    void whyATemplateWasRejectedIsAmongTheDetails() {
        Json.Members details = Posts.read("accounts.json").templates().getFirst().report().details();

        assertThat(details.members()).containsKeys("event", "reason", "rejection_info");
    }

    @Test
    void anImpendingChangeOfCategoryIsAmongTheDetails() {
        Json.Members details = Posts.read("accounts.json").templates().getLast().report().details();

        assertThat(details.members()).containsEntry("correct_category", new Json.Text("MARKETING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'object':'whatsapp_business_account'}",
                "{'entry':{}}",
                "{'entry':[]}",
                "{'entry':[7,null,[],'x']}",
                "{'entry':[{'changes':'x'}]}",
                "{'entry':[{'changes':[7]}]}"
            })
    void aBodyThatSaysNothingIsUnhandledAsAWhole(String body) {
        Heard heard = Posts.read(Posts.json(body));

        assertThat(heard.isEmpty()).isTrue();
        assertThat(heard.unhandled())
                .containsExactly(new Unhandled("", Reason.UNREADABLE, JsonTrees.toMembers(Posts.json(body))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "'x'"})
    void whatIsNoObjectSaysNothing(String body) {
        Heard heard = Posts.read(Posts.json(body));

        assertThat(heard.isEmpty()).isTrue();
        assertThat(heard.unhandled()).isEmpty();
    }

    @Test
    void aNumberIsAskedForOnce() {
        List<String> asked = new ArrayList<>();
        JsonNode change = Posts.body("messages", List.of(Posts.signed(Posts.json("{'type':'request_welcome'}"))))
                .get("entry")
                .get(0)
                .get("changes")
                .get(0);
        JsonNode body = Posts.object(
                "entry",
                JsonNode.createArrayNode(
                        List.of(Posts.object("changes", JsonNode.createArrayNode(List.of(change, change, change))))));

        Posts.WEBHOOK.read(body, Posts.ENDPOINT, id -> {
            asked.add(id);
            return Optional.empty();
        });

        assertThat(asked).containsExactly(Posts.NUMBER);
    }
}
