package io.stele.server.api.chirp;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that cannot be sent as they are. */
abstract class ChirpSendErrorsTest extends ChirpErrorCasesTest {

    private static Bad interactive(String name, String members, String param) {
        return send(name, "\"type\":\"interactive\",\"interactive\":{" + members + "}", null, "interactive." + param);
    }

    private static Bad template(String name, String members, @Nullable String code, String param) {
        return send(name, "\"type\":\"template\",\"template\":{" + members + "}", code, "template." + param);
    }

    static Stream<Bad> sends() {
        return Stream.of(
                new Bad("no from", SEND, "app", "{\"to\":\"$customer\"}", 400, INVALID, null, "from"),
                new Bad(
                        "a from that is no number",
                        SEND,
                        "app",
                        "{\"from\":\"bookings\",\"to\":\"$customer\"}",
                        400,
                        INVALID,
                        "invalid_phone_number",
                        "from"),
                new Bad(
                        "a from that is not the app's",
                        SEND,
                        "app",
                        "{\"from\":\"+34910000099\",\"to\":\"$customer\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}",
                        400,
                        INVALID,
                        "phone_number_not_assigned",
                        "from"),
                new Bad("no to", SEND, "app", "{\"from\":\"$number\"}", 400, INVALID, null, "to"),
                send("a to that is no number", "\"to\":\"ana\"", "invalid_phone_number", "to"),
                send("a to of impossible length", "\"to\":\"+1555\"", "invalid_phone_number", "to"),
                send("no type", "\"text\":{\"body\":\"Hi\"}", "type"),
                send("an unknown type", "\"type\":\"sms\"", "unsupported_message_type", "type"),
                send("a type that only people send", "\"type\":\"order\"", "unsupported_message_type", "type"),
                send("no text", "\"type\":\"text\"", "text"),
                send("an empty text", "\"type\":\"text\",\"text\":{\"body\":\"\"}", "text.body"),
                send("a blank text", "\"type\":\"text\",\"text\":{\"body\":\" \\n\"}", "text.body"),
                send("a text that is too long", "\"type\":\"text\",\"text\":{\"body\":\"$4097\"}", "text.body"),
                send("no media", "\"type\":\"image\",\"text\":{\"body\":\"Hi\"}", "media"),
                send("media without an id", "\"type\":\"video\",\"media\":{\"caption\":\"x\"}", "media.mediaId"),
                send("a caption on audio", "\"type\":\"audio\",\"media\":{\"mediaId\":\"m\",\"caption\":\"x\"}", "media.caption"),
                send("a caption that is too long", "\"type\":\"image\",\"media\":{\"mediaId\":\"m\",\"caption\":\"$1025\"}", "media.caption"),
                send("a sticker with a blank id", "\"type\":\"sticker\",\"sticker\":{\"mediaId\":\" \"}", "sticker.mediaId"),
                send("an image with a blank id", "\"type\":\"image\",\"media\":{\"mediaId\":\" \"}", "media.mediaId"),
                send("a sticker among the media", "\"type\":\"sticker\",\"media\":{\"mediaId\":\"m\"}", "sticker"),
                send("no longitude", "\"type\":\"location\",\"location\":{\"latitude\":1}", "location.longitude"),
                send("a latitude off the globe", "\"type\":\"location\",\"location\":{\"latitude\":90.1,\"longitude\":0}", "location.latitude"),
                send("no contacts", "\"type\":\"contacts\",\"contacts\":{\"contacts\":[]}", "contacts.contacts"),
                send(
                        "a contact without a name",
                        "\"type\":\"contacts\",\"contacts\":{\"contacts\":[{\"phones\":[]}]}",
                        "contacts.contacts[0].name"),
                send("a reaction to nothing", "\"type\":\"reaction\",\"reaction\":{\"emoji\":\"👍\"}", "reaction.messageId"),
                send(
                        "a reaction to a message by Meta's id",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"wamid.abc\",\"emoji\":\"👍\"}",
                        "reaction.messageId"),
                send(
                        "a reaction to an unknown message",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"" + NOBODY + "\",\"emoji\":\"👍\"}",
                        "reaction.messageId"),
                send(
                        "a reaction in words",
                        "\"type\":\"reaction\",\"reaction\":{\"messageId\":\"$inbound\",\"emoji\":\"nice\"}",
                        "reaction.emoji"),
                send("a quote by Meta's id", "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"wamid.abc\"", "replyTo"),
                send("a quote of nothing", "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"" + NOBODY + "\"", "replyTo"),
                send(
                        "a quote from another organization",
                        "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"replyTo\":\"$ofOthers\"",
                        "replyTo"),
                new Bad(
                        "a text to a stranger",
                        SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$stranger\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}",
                        402,
                        "provider_error",
                        "conversation_window_expired",
                        null));
    }

    static Stream<Bad> interactives() {
        String buttons = "\"type\":\"buttons\",\"body\":\"B\",\"buttons\":";
        String list = "\"type\":\"list\",\"body\":\"B\",\"buttonText\":\"Open\",\"sections\":";
        return Stream.of(
                interactive("no kind", "\"body\":\"B\"", "type"),
                interactive("Meta's word for buttons", "\"type\":\"button\",\"body\":\"B\"", "type"),
                interactive("no body", "\"type\":\"buttons\",\"buttons\":[{\"id\":\"a\",\"title\":\"A\"}]", "body"),
                interactive("no buttons", buttons + "[]", "buttons"),
                interactive(
                        "four buttons",
                        buttons
                                + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},{\"id\":\"c\",\"title\":\"C\"},{\"id\":\"d\",\"title\":\"D\"}]",
                        "buttons"),
                interactive("a button without a title", buttons + "[{\"id\":\"a\"}]", "buttons[0].title"),
                interactive(
                        "a title that is too long",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"$21\"}]",
                        "buttons[1].title"),
                interactive(
                        "one id twice",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"a\",\"title\":\"B\"}]",
                        "buttons[1].id"),
                interactive("a list without a button", "\"type\":\"list\",\"body\":\"B\"", "buttonText"),
                interactive("a list without rows", list + "[{\"title\":\"S\"}]", "sections[0].rows"),
                interactive(
                        "a row that is too long",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"$25\"}]}]",
                        "sections[0].rows[0].title"),
                interactive(
                        "two sections without titles",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"R\"}]},{\"rows\":[{\"id\":\"s\",\"title\":\"S\"}]}]",
                        "sections[0].title"),
                interactive("a link to nowhere", "\"type\":\"cta_url\",\"body\":\"B\",\"buttonText\":\"Go\"", "url"),
                interactive(
                        "a link that is none",
                        "\"type\":\"cta_url\",\"body\":\"B\",\"buttonText\":\"Go\",\"url\":\"ftp://a.example\"",
                        "url"),
                interactive(
                        "a header file with a blank id",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"}],\"headerMedia\":{\"type\":\"image\",\"mediaId\":\" \"}",
                        "headerMedia"),
                interactive(
                        "a file above a list",
                        list + "[{\"rows\":[{\"id\":\"r\",\"title\":\"R\"}]}],\"headerMedia\":{\"type\":\"image\",\"mediaId\":\"m\"}",
                        "headerMedia"),
                interactive(
                        "a footer that is too long",
                        buttons + "[{\"id\":\"a\",\"title\":\"A\"}],\"footer\":\"$61\"",
                        "footer"));
    }

    static Stream<Bad> templates() {
        String mismatch = "template_parameter_mismatch";
        String named = "\"name\":\"booking\",\"language\":\"es\",";
        return Stream.of(
                template("no name", "\"language\":\"es\"", null, "name"),
                template("no language", "\"name\":\"booking\"", null, "language"),
                template("a name with capitals", "\"name\":\"Booking\",\"language\":\"es\"", null, "name"),
                template("a gap in the positions", named + "\"variables\":{\"1\":\"a\",\"3\":\"b\"}", mismatch, "variables"),
                template("positions among names", named + "\"variables\":{\"1\":\"a\",\"n\":\"b\"}", mismatch, "variables"),
                template(
                        "two values for a header",
                        named + "\"headerVariables\":{\"1\":\"a\",\"2\":\"b\"}",
                        mismatch,
                        "headerVariables"),
                template("a button without a number", named + "\"buttonVariables\":{\"first\":[\"a\"]}", null, "buttonVariables.first"),
                template(
                        "a button of no kind",
                        named
                                + "\"components\":[{\"type\":\"body\"},{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":\"T\"}]},"
                                + "{\"type\":\"button\",\"sub_type\":\"zipper\",\"index\":0}]",
                        mismatch,
                        "components[2]"),
                template(
                        "a header file with a blank id",
                        named
                                + "\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"id\":\" \"}}]}]",
                        mismatch,
                        "components[0]"),
                template("a number for a value", named + "\"variables\":{\"1\":5}", null, "variables.1"),
                new Bad("no template name", TEMPLATE_SEND, "app", "{\"from\":\"$number\",\"to\":\"$customer\"}", 400, INVALID, null, "templateName"),
                new Bad(
                        "no language code",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"templateName\":\"t\"}",
                        400,
                        INVALID,
                        null,
                        "languageCode"),
                new Bad(
                        "the names of the other path",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"template\":{\"name\":\"t\",\"language\":\"es\"}}",
                        400,
                        INVALID,
                        null,
                        "templateName"),
                new Bad(
                        "a gap in the positions of a template send",
                        TEMPLATE_SEND,
                        "app",
                        "{\"from\":\"$number\",\"to\":\"$customer\",\"templateName\":\"t\",\"languageCode\":\"es\",\"variables\":{\"2\":\"a\"}}",
                        400,
                        INVALID,
                        mismatch,
                        "variables"));
    }

    @ParameterizedTest
    @MethodSource({"sends", "interactives", "templates"})
    void aBadMessageIsAnsweredInChirpsEnvelope(Bad bad) {
        assertRefused(bad);
    }
}
