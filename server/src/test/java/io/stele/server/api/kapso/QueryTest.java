package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.Status;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are asked for (contract §2.6, §3.1). */
class QueryTest {

    private static final EndpointId NUMBER = new EndpointId(new Ksuid(1, 2, 3));

    @Test
    void everyFilterOfANumbersMessagesIsRead() {
        MessageFilter filter = Messages.ofNumber(
                Queries.of("?conversation_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11&direction=inbound&status=delivered"
                        + "&since=2026-03-02T08:00:00Z&until=2026-03-02T10:00:00%2B02:00"),
                NUMBER);

        assertThat(filter.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(filter.endpoint()).isEqualTo(NUMBER);
        assertThat(filter.conversationId()).hasToString("7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11");
        assertThat(filter.direction()).isEqualTo(Direction.INBOUND);
        assertThat(filter.statuses()).isEqualTo(Set.of(Status.DELIVERED, Status.RECEIVED));
        assertThat(filter.since()).isEqualTo(filter.until()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void everyFilterOfAProjectsMessagesIsRead() {
        MessageFilter filter = Messages.ofProject(
                Queries.of("?conversation_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11&direction=outbound&status=read"
                        + "&message_type=image&phone_number=%2B1555%20(123)-4.&business_scoped_user_id=US.1&has_media=true"),
                null);

        assertThat(filter.endpoint()).isNull();
        assertThat(filter.conversationId()).hasToString("7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11");
        assertThat(filter.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(filter.statuses()).isEqualTo(Set.of(Status.READ));
        assertThat(filter.kinds()).isEqualTo(Set.of(ContentKind.IMAGE));
        assertThat(filter.unsupportedKind()).isEqualTo("image");
        assertThat(filter.contactContains()).isEqualTo("15551234");
        assertThat(filter.contact()).isEqualTo(new BusinessScopedUserId("US.1"));
        assertThat(filter.hasMedia()).isTrue();
    }

    @Test
    void aTypeThatIsNotKnownIsTheProviders() {
        MessageFilter filter = Messages.ofProject(Queries.of("?message_type=request_welcome"), null);

        assertThat(filter.kinds()).isEmpty();
        assertThat(filter.unsupportedKind()).isEqualTo("request_welcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15551234567", "%2B15551234567", "us.1", "US.", "1"})
    void whatIsNoUserIdIsNobodys(String text) {
        Query query = Queries.of("?business_scoped_user_id=" + text);

        assertThat(Messages.ofProject(query, null).contact()).isEqualTo(new BusinessScopedUserId(""));
        assertThat(Contacts.ofProject(query).address()).isEqualTo(new BusinessScopedUserId(""));
    }

    @Test
    void aPartOfANumberIsReadAsPeopleWriteItEverywhere() {
        Query query = Queries.of("?phone_number=%2B1%20(555)-12.&wa_id_contains=%2B1%20(555)-12.");

        assertThat(Messages.ofProject(query, null).contactContains()).isEqualTo("155512");
        assertThat(Conversations.ofProject(query, null).addressContains()).isEqualTo("155512");
        assertThat(Contacts.ofProject(query).addressContains()).isEqualTo("155512");
    }

    @Test
    void whatIsEmptyOrUnknownAsksForNothing() {
        assertThat(Messages.ofProject(Queries.of("?direction=&status=&order=ASC&anything=1"), null))
                .isEqualTo(Messages.ofProject(Queries.of(""), null));
        assertThat(Messages.ofNumber(
                        Queries.of("?message_type=fax&has_media=2&phone_number=1&business_scoped_user_id=US.1"), NUMBER))
                .isEqualTo(Messages.ofNumber(Queries.of(""), NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "direction=sideways, direction must be inbound or outbound",
        "direction=INBOUND, direction must be inbound or outbound",
        "status=held, 'status must be pending, sent, delivered, read or failed'",
        "conversation_id=1, conversation_id must be a UUID",
        "since=yesterday, since must be a time in ISO 8601",
        "until=1772438400, until must be a time in ISO 8601",
        "until=%2B10000-01-01, until must be a time in ISO 8601",
        "since=%2B999999999-12-31T23:59:59Z, since must be a time in ISO 8601",
        "since=-0001-12-31T23:59:59Z, since must be a time in ISO 8601",
    })
    void aWrongValueIsRefusedByName(String parameter, String message) {
        assertThatThrownBy(() -> Messages.ofNumber(Queries.of("?" + parameter), NUMBER)).hasMessage(message);
    }

    @Test
    void whetherThereIsAFileIsTrueOrFalse() {
        assertThatThrownBy(() -> Messages.ofProject(Queries.of("?has_media=yes"), null))
                .hasMessage("has_media must be true or false");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit must be from 1 to 100",
        "limit=101, limit must be from 1 to 100",
        "limit=ten, limit must be a whole number",
    })
    void aPageHasOneToAHundredRows(String parameter, String message) {
        assertThatThrownBy(() -> Queries.of("?" + parameter).size("limit")).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 20, false",
        "?page=50&per_page=100, 50, 100, false",
        "?page=51, 51, 20, true",
        "?page=51&per_page=1, 51, 1, true",
        "?page=2147483647&per_page=100, 2147483647, 100, true",
    })
    void pagesByNumberEndSomewhere(String parameters, int page, int size, boolean tooDeep) {
        Offsets.Wanted wanted = Offsets.wanted(Queries.of(parameters));

        assertThat(wanted).isEqualTo(new Offsets.Wanted(page, size, true));
        assertThat(wanted.isTooDeep()).isEqualTo(tooDeep);
        assertThat(Offsets.unbounded(Queries.of(parameters)).isTooDeep()).isFalse();
    }

    @Test
    void aPageThatLiesFarOutSkipsAllBeforeIt() {
        assertThat(Offsets.unbounded(Queries.of("?page=2147483647&per_page=100")).skipped()).isEqualTo(214_748_364_600L);
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page must be at least 1",
        "per_page=101, per_page must be from 1 to 100",
        "per_page=0, per_page must be from 1 to 100",
        "page=x, page must be a whole number",
    })
    void aWrongPageIsRefusedByName(String parameter, String message) {
        assertThatThrownBy(() -> Offsets.wanted(Queries.of("?" + parameter))).hasMessage(message);
    }
}
