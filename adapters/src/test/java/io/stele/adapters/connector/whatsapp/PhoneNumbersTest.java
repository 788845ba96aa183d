package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Failure;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta says of business phone numbers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PhoneNumbersTest {

    private static final Failure NO_OBJECT = new Failure(
            "100",
            "Unsupported get request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not"
                    + " support this operation",
            null);

    private static Meta meta;

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    @BeforeEach
    void reset() {
        meta.reset();
    }

    @Test
    void saysWhatANumberIsCalledAndHowGoodItIs() {
        meta.control.numberFields(Meta.NUMBER, Map.of("quality_rating", "YELLOW", "verified_name", "Ada's Shop"));

        Lookup<NumberProfile> lookup = meta.numbers.number(meta.reach(), Meta.NUMBER);

        assertThat(lookup)
                .isEqualTo(new Lookup.Found<>(new NumberProfile(
                        Meta.NUMBER, "+1 555-010-0042", "Ada's Shop", "YELLOW", "CONNECTED", "VERIFIED")));
    }

    @Test
    void readsTheNumberOutOfWhatIsShown() {
        assertThat(new NumberProfile("1", "+1 555-010-0042", null, null, null, null).number())
                .contains(new PhoneNumber("+15550100042"));
        assertThat(new NumberProfile("1", "none", null, null, null, null).number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "208745502", "31500043"})
    void isRefusedWhatTheTokenDoesNotOpen(String id) {
        Failure failure = new Failure(NO_OBJECT.code(), NO_OBJECT.title().formatted(id), null);

        assertThat(meta.numbers.number(meta.reach(), id)).isEqualTo(new Lookup.Refused<>(failure));
        assertThat(meta.numbers.ofAccount(meta.reach(), id)).isEqualTo(new Lookup.Refused<>(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1/messages", "1?a=b"})
    void asksForNothingThatIsNoId(String id) {
        assertThat(meta.numbers.number(meta.reach(), id)).isInstanceOf(Lookup.Refused.class);
        assertThat(meta.numbers.ofAccount(meta.reach(), id)).isInstanceOf(Lookup.Refused.class);
        assertThat(meta.control.ledger()).noneMatch(line -> line.kind().equals("request"));
    }

    @Test
    void listsAllNumbersOfAnAccountPageByPage() {
        String account = "31500999";
        List<NumberProfile> all = IntStream.range(0, 201)
                .mapToObj(i -> new NumberProfile(
                        "30000" + (1000 + i), "+1555011" + (1000 + i), "Example Shop", "GREEN", "CONNECTED", "VERIFIED"))
                .toList();
        all.forEach(each -> meta.control.number(each.id(), account, each.displayNumber(), Meta.TOKEN));

        assertThat(meta.numbers.ofAccount(meta.reach(), account)).isEqualTo(new Lookup.Found<>(all));
        assertThat(meta.control.ledger()).filteredOn(line -> line.endpoint().equals("numbers")).hasSize(3);
        assertThat(meta.control.ledger().toString()).doesNotContain(Meta.TOKEN);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.error(401, 190, "Expired", "Renew"), refused("190", "Expired", "Renew")),
                Arguments.of(Fault.page(403), refused("HTTP_403", "The provider refused the request", "HTTP status 403")),
                Arguments.of(Fault.error(400, 80007, "Rate limit", "x").with("Retry-After", "60"), later(60)),
                Arguments.of(Fault.error(503, 2, "Service", "x"), later(1)),
                Arguments.of(Fault.page(502), later(1)),
                Arguments.of(Fault.page(200), later(1)),
                Arguments.of(Fault.of(Ending.EMPTY), later(1)),
                Arguments.of(Fault.of(Ending.HALF), later(1)),
                Arguments.of(Fault.of(Ending.RESET), later(1)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhyItCannotTell(Fault fault, Lookup<?> answer) {
        meta.control.add(fault.on("number"), fault.on("numbers"));

        assertThat(meta.numbers.number(meta.reach(), Meta.NUMBER)).isEqualTo(answer);
        assertThat(meta.numbers.ofAccount(meta.reach(), Meta.ACCOUNT)).isEqualTo(answer);
    }

    private static Lookup<?> later(long seconds) {
        return new Lookup.Unavailable<>(Duration.ofSeconds(seconds));
    }

    private static Lookup<?> refused(String code, String title, String details) {
        return new Lookup.Refused<>(new Failure(code, title, details));
    }
}
