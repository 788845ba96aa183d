package io.stele.server.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Referral;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CircumstanceFormTest {

    static Stream<Context> contexts() {
        MessageReference ours = new MessageReference(new MessageId(new Ksuid(1, 2, 3)), Direction.OUTBOUND, null);
        return Stream.of(
                Context.NONE,
                Context.answering(Context.Quote.of(MessageReference.foreign("wamid.A"))),
                Context.answering(new Context.Quote(ours, "+15551230001", "Hi\u0000", ContentKind.TEXT)),
                new Context(null, true, true, new Context.ReferredProduct("cat1", null)),
                new Context(null, false, false, new Context.ReferredProduct(null, "sku1")));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void aContextReadsBackEqual(Context context) {
        assertThat(CircumstanceForm.readContext(CircumstanceForm.write(context))).isEqualTo(context);
    }

    @Test
    void aContextThatSaysNothingTakesNoPlace() {
        assertThat(CircumstanceForm.write(Context.NONE)).isNull();
    }

    static Stream<Referral> referrals() {
        return Stream.of(
                null,
                new Referral(null, null, null, null, null, null, null, null, null, null, null),
                new Referral("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"),
                new Referral(
                        "a", null, null, null, null, null, null, null, null, null, null,
                        new Json.Members(Map.of("ref", new Json.Text("b"), "image", new Json.Members(Map.of())))));
    }

    @Test
    void aReferralThatWasStoredWithoutFurtherMembersHasNone() {
        assertThat(CircumstanceForm.readReferral("{\"sourceId\":\"b\"}"))
                .isEqualTo(new Referral(null, "b", null, null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("referrals")
    void aReferralReadsBackEqual(Referral referral) {
        assertThat(CircumstanceForm.readReferral(CircumstanceForm.write(referral))).isEqualTo(referral);
    }

    static Stream<Failure> failures() {
        return Stream.of(null, new Failure("131026", "Undeliverable", null), new Failure("X", "Y", "Z \"quoted\""));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureReadsBackEqual(Failure failure) {
        assertThat(CircumstanceForm.readFailure(CircumstanceForm.write(failure))).isEqualTo(failure);
    }

    @Test
    void labelsReadBackEqualAndInTheirOrder() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("z", "");
        labels.put("", "\u0000");
        labels.put("a", "1");

        assertThat(CircumstanceForm.readLabels(CircumstanceForm.write(labels))).containsExactlyEntriesOf(labels);
    }
}
