package io.stele.core.intake;

import static io.stele.core.intake.Rules.refused;
import static io.stele.core.intake.Rules.refusedOn;
import static io.stele.core.intake.Rules.taken;
import static io.stele.core.intake.Rules.takenOn;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SizeRulesTest {

    private static final String GIANT = "x".repeat(262_144);
    private static final String TOO_LARGE = "must have at most 262144 characters in all";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    static Stream<Arguments> isRefused() {
        return Stream.of(
                refused("id of a file", Media.of(MediaKind.IMAGE, MediaFile.ofId(GIANT)), Field.MEDIA_FILE, TOO_LARGE),
                refused(
                        "type of a file",
                        Media.of(MediaKind.IMAGE, new MediaFile("1", null, GIANT, null, null)),
                        Field.MEDIA_FILE,
                        TOO_LARGE),
                refused(
                        "page of a place",
                        new Location(BigDecimal.ONE, BigDecimal.ONE, null, null, GIANT),
                        Field.LOCATION_ADDRESS,
                        TOO_LARGE),
                refused("phone on a card", cards(1, GIANT), Field.CONTACT_CARDS, TOO_LARGE),
                refused("many cards", cards(257, "x".repeat(1024)), Field.CONTACT_CARDS, TOO_LARGE),
                refused("value in a flow", flow(new Json.Text(GIANT)), Field.INTERACTIVE, TOO_LARGE),
                refused("name in a flow", flow(new Json.Members(Map.of(GIANT, new Json.Null()))), Field.INTERACTIVE, TOO_LARGE),
                refused(
                        "nothing, often",
                        flow(new Json.Elements(Collections.nCopies(262_144, new Json.Null()))),
                        Field.INTERACTIVE,
                        TOO_LARGE),
                refused(
                        "digits",
                        flow(new Json.Elements(Collections.nCopies(
                                264, new Json.Number(new BigDecimal("7".repeat(1000)))))),
                        Field.INTERACTIVE,
                        TOO_LARGE),
                refused("deep", flow(deep(300_000)), Field.INTERACTIVE, TOO_LARGE),
                refused("gap of a template", template(GIANT), Field.TEMPLATE_COMPONENTS, TOO_LARGE),
                refusedOn(
                        Channel.EMAIL,
                        "text and HTML together",
                        new Email("Hi", "x".repeat(524_288), "x".repeat(524_288), null, List.of()),
                        Field.EMAIL_BODY,
                        "must have at most 1048576 characters in all"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> isTaken() {
        String large = "x".repeat(260_000);
        return Stream.of(
                taken("id of a file", Media.of(MediaKind.IMAGE, MediaFile.ofId(large))),
                taken("many cards", cards(257, "x".repeat(900))),
                taken("flow", flow(new Json.Members(Map.of("a", new Json.Text(large))))),
                taken("template", template(large)),
                takenOn(Channel.EMAIL, "email", new Email("Hi", "x".repeat(500_000), "x".repeat(500_000), null, List.of())));
    }

    private static ContactCards cards(int count, String phone) {
        ContactCard card = new ContactCard(
                new ContactCard.Name("Ana", null, null, null, null, null),
                List.of(new ContactCard.Phone(phone, null, null)),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
        return new ContactCards(Collections.nCopies(count, card));
    }

    private static Interactive flow(Json data) {
        return new Interactive(
                null,
                "Book",
                null,
                new Interactive.Flow(
                        null, "7", null, "Open", null, null, null, new Interactive.FlowPayload(null, data)));
    }

    private static Json deep(int levels) {
        Json data = new Json.Null();
        for (int level = 0; level < levels; level++) {
            data = new Json.Elements(List.of(data));
        }
        return data;
    }

    private static TemplateUse template(String text) {
        return new TemplateUse(
                new TemplateUse.TemplateById("t"),
                List.of(new TemplateUse.Body(List.of(new TemplateUse.TextParameter(null, text)))));
    }
}
