package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Endpoint;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.TemplateChanged;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.message.Json;
import io.stele.core.template.TemplateBook;
import io.stele.core.template.TemplateReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What providers say of templates: what was said last is known, in whatever order it comes, and each change is told once. */
public abstract class TemplatesContract extends StoreContract {

    private InboundStore inbox;
    private Endpoint number;
    private Instant start;

    protected TemplatesContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        inbox = store.get(InboundStore.class);
        number = tenant.whatsApp();
        start = store.clock().instant();
        store.clock().advance(Duration.ofDays(1));
    }

    /** Something was said so many minutes after the start. */
    private TemplateReport report(
            int minute,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String category,
            @Nullable String nextCategory) {
        return new TemplateReport(
                number.whatsAppNumber().orElseThrow().businessAccountId(),
                "594425479261596",
                "sale",
                "en_US",
                status,
                category,
                null,
                nextCategory,
                reason,
                start.plus(Duration.ofMinutes(minute)),
                Json.Members.EMPTY);
    }

    private TemplateReport status(int minute, String status, @Nullable String category) {
        return report(minute, status, null, category, null);
    }

    private TemplateReport rejected(int minute) {
        return report(minute, "REJECTED", "INVALID_FORMAT", null, null);
    }

    private TemplateReport category(int minute, String category) {
        return report(minute, null, null, category, null);
    }

    private void say(TemplateReport... reports) {
        store.clock().advance(Duration.ofMinutes(1));
        inbox.note(
                Arrays.stream(reports).map(each -> new TemplateNews(number, each)).toList(),
                store.clock().instant());
    }

    private List<TemplateReport> told() {
        store.get(EventNumbering.class).number();
        return store.get(EventLog.class).after(tenant.live(), 0, 1_000).stream()
                .map(LoggedEvent::event)
                .map(TemplateChanged.class::cast)
                .map(TemplateChanged::report)
                .toList();
    }

    private boolean isMarketing() {
        store.clock().advance(Duration.ofSeconds(10));
        return store.get(TemplateBook.class).isMarketing(number, "sale", "en_US");
    }

    private List<String> row() {
        return List.of("status", "reason", "category", "next_category").stream()
                .map(column -> store.column("select coalesce(" + column + ", '-') from template").getFirst())
                .toList();
    }

    @Test
    void theCategoryOfATemplateIsWhatWasSaidLast() {
        assertThat(isMarketing()).isFalse();

        say(status(0, "APPROVED", "MARKETING"));
        assertThat(isMarketing()).isTrue();

        say(status(1, "PAUSED", null));
        assertThat(isMarketing()).isTrue();

        say(status(2, "APPROVED", "UTILITY"));
        assertThat(isMarketing()).isFalse();
        assertThat(told()).hasSize(3);
    }

    @Test
    void fourThatSayTheSameAtOnceAreToldOnce() {
        Together.times(4, () -> {
            inbox.note(
                    List.of(new TemplateNews(number, status(0, "APPROVED", "MARKETING"))),
                    store.clock().instant());
            return number;
        });

        assertThat(told()).containsExactly(status(0, "APPROVED", "MARKETING"));
    }

    @Test
    void doublesOfReportsOfBothKindsAreNotToldAgain() {
        for (int i = 0; i < 3; i++) {
            say(rejected(0));
            say(category(1, "MARKETING"));
        }

        assertThat(told()).containsExactly(rejected(0), category(1, "MARKETING"));
        assertThat(row()).containsExactly("REJECTED", "INVALID_FORMAT", "MARKETING", "-");
    }

    @Test
    void theSameThatIsSaidLaterIsNotToldAgainAndIsKnownToBeNewer() {
        say(rejected(0));
        say(rejected(2));
        say(status(1, "APPROVED", null));

        assertThat(told()).containsExactly(rejected(0));
        assertThat(row()).startsWith("REJECTED", "INVALID_FORMAT");
    }

    @Test
    void anOldStatusThatComesLateChangesNothing() {
        say(status(0, "PENDING", null));
        say(rejected(2));
        say(status(1, "APPROVED", null), status(0, "PENDING", null));

        assertThat(told()).containsExactly(status(0, "PENDING", null), rejected(2));
        assertThat(row()).startsWith("REJECTED", "INVALID_FORMAT");
    }

    @Test
    void anOldCategoryThatComesLateChangesNothing() {
        say(category(2, "MARKETING"));
        say(category(1, "UTILITY"));

        assertThat(told()).containsExactly(category(2, "MARKETING"));
        assertThat(isMarketing()).isTrue();
    }

    @Test
    void aStatusThatIsNewsWithACategoryThatIsNotIsToldWithoutIt() {
        say(status(0, "APPROVED", "UTILITY"));
        say(category(2, "MARKETING"));
        say(status(1, "PAUSED", "UTILITY"));

        assertThat(told()).last().isEqualTo(status(1, "PAUSED", null));
        assertThat(row()).containsExactly("PAUSED", "-", "MARKETING", "-");
    }

    @Test
    void aCategoryHoldsAgainstADoubleOfTheStatusOfTheSameMoment() {
        for (int i = 0; i < 2; i++) {
            say(status(0, "APPROVED", "UTILITY"));
            say(category(0, "MARKETING"));
        }

        assertThat(told()).containsExactly(status(0, "APPROVED", "UTILITY"), category(0, "MARKETING"));
        assertThat(isMarketing()).isTrue();
    }

    @Test
    void reportsThatComeTogetherAreTakenInTheOrderInWhichTheyWereMade() {
        say(rejected(2), status(1, "APPROVED", null));

        assertThat(told()).containsExactly(status(1, "APPROVED", null), rejected(2));
        assertThat(row()).startsWith("REJECTED");
    }

    @Test
    void aClockThatIsAheadMakesNothingOlderOfWhatFollows() {
        int ahead = Math.toIntExact(Duration.between(start, store.clock().instant()).plusHours(2).toMinutes());
        say(status(ahead, "APPROVED", null));
        say(rejected(ahead - 60));

        assertThat(row()).startsWith("REJECTED");
    }

    @Test
    void aChangeOfTheCategoryThatIsAheadIsToldOnceAndChangesNothingYet() {
        say(status(0, "APPROVED", "UTILITY"));
        TemplateReport ahead = report(1, null, null, "UTILITY", "MARKETING");
        say(ahead);
        say(ahead);
        say(status(2, "PAUSED", "UTILITY"));
        say(ahead);

        assertThat(told())
                .containsExactly(status(0, "APPROVED", "UTILITY"), ahead, status(2, "PAUSED", "UTILITY"));
        assertThat(isMarketing()).isFalse();
        assertThat(row()).containsExactly("PAUSED", "-", "UTILITY", "MARKETING");

        say(category(3, "MARKETING"));

        assertThat(told()).last().isEqualTo(category(3, "MARKETING"));
        assertThat(isMarketing()).isTrue();
        assertThat(row()).containsExactly("PAUSED", "-", "MARKETING", "-");
    }
}
