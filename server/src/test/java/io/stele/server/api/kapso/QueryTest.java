package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.Status;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lists are asked for (contract §2.6, §3.1). */
class QueryTest {

    @Test
    void everyFilterOfMessagesIsRead() {
        MessageFilter filter = Messages.filter(
                Queries.of("?conversation_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11&direction=inbound&status=delivered"
                        + "&message_type=image&phone_number=%2B1555%20123&has_media=true"
                        + "&since=2026-03-02T08:00:00Z&until=2026-03-02T10:00:00%2B02:00"),
                null);

        assertThat(filter.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(filter.conversationId()).hasToString("7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11");
        assertThat(filter.direction()).isEqualTo(Direction.INBOUND);
        assertThat(filter.statuses()).isEqualTo(Set.of(Status.DELIVERED, Status.RECEIVED));
        assertThat(filter.kinds()).isEqualTo(Set.of(ContentKind.IMAGE));
        assertThat(filter.contactContains()).isEqualTo("1555123");
        assertThat(filter.hasMedia()).isTrue();
        assertThat(filter.since()).isEqualTo(filter.until()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void whatIsEmptyOrUnknownAsksForNothing() {
        assertThat(Messages.filter(Queries.of("?direction=&status=&order=ASC&anything=1"), null))
                .isEqualTo(Messages.filter(Queries.of(""), null));
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
        "has_media=yes, has_media must be true or false",
        "message_type=fax, message_type must be a message type",
    })
    void aWrongValueIsRefusedByName(String parameter, String message) {
        assertThatThrownBy(() -> Messages.filter(Queries.of("?" + parameter), null)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit must be from 1 to 100",
        "limit=101, limit must be from 1 to 100",
        "limit=ten, limit must be a whole number",
    })
    void aPageHasOneToAHundredRows(String parameter, String message) {
        assertThatThrownBy(() -> Queries.of("?" + parameter).limit()).hasMessage(message);
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

        assertThat(wanted).isEqualTo(new Offsets.Wanted(page, size));
        assertThat(wanted.isTooDeep()).isEqualTo(tooDeep);
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
