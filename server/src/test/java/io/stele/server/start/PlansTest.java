package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.founding.Founder;
import io.stele.core.project.ApiKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final BootstrapSettings NOTHING =
            new BootstrapSettings(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    @RepeatedTest(20)
    void aNewProjectGetsIdsOfFifteenDigitsAndAPossibleNumber() {
        Founder.Plan plan = Plans.named("Bakery");

        assertThat(plan.name()).isEqualTo("Bakery");
        assertThat(plan.phoneNumberId()).matches("[1-9]\\d{14}");
        assertThat(plan.businessAccountId()).matches("[1-9]\\d{14}");
        assertThat(plan.phoneNumber().value()).startsWith("+155501");
        assertThat(PhoneNumber.parse(plan.phoneNumber().value())).contains(plan.phoneNumber());
    }

    @Test
    void noTwoKeysAreTheSame() {
        Founder.Plan one = Plans.named("One");
        Founder.Plan other = Plans.named("Other");

        assertThat(Stream.of(one, other).flatMap(plan -> Stream.of(
                        plan.keys().zavu(),
                        plan.keys().zavuTest(),
                        plan.keys().kapso(),
                        plan.keys().chirpAdmin(),
                        plan.keys().chirpApp(),
                        plan.keys().chirpTest())))
                .doesNotHaveDuplicates();
    }

    @Test
    void ofTwoNodesThatMakeTheFirstProjectOnlyOneCan() {
        assertThat(Plans.first(NOTHING).phoneNumberId()).isEqualTo(Plans.first(NOTHING).phoneNumberId());
    }

    @Test
    void theFirstProjectHasWhatIsSet() {
        Founder.Plan plan = Plans.first(new BootstrapSettings(
                Map.of(Setting.STELE_BOOTSTRAP_CHIRP_TEST_KEY, new ApiKey("sk_test_app_0123456789abcdef")),
                Optional.of(new PhoneNumber("+56912345678")),
                Optional.of("1"),
                Optional.of("2")));

        assertThat(plan.keys().chirpTest()).isEqualTo(new ApiKey("sk_test_app_0123456789abcdef"));
        assertThat(plan.keys().chirpApp().value()).startsWith("sk_live_app_");
        assertThat(plan.phoneNumber()).isEqualTo(new PhoneNumber("+56912345678"));
        assertThat(plan.phoneNumberId()).isEqualTo("1");
        assertThat(plan.businessAccountId()).isEqualTo("2");
    }
}
