package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.address.ChatId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.page.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueryTest {

    private static ListQuery query(String parameters) {
        MutableHttpRequest<?> request = HttpRequest.GET("/v1/messages");
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split("&")) {
            String[] parts = parameter.split("=", 2);
            request.getParameters().add(parts[0], parts[1]);
        }
        return new ListQuery(request);
    }

    private static PageRequest<MessageId> page(String parameters) {
        return query(parameters).page(ZavuIds::messageId);
    }

    @Test
    void withoutParametersItIsTheFirstFifty() {
        assertThat(page("")).isEqualTo(PageRequest.first(50));
        assertThat(page("limit=&cursor=")).isEqualTo(PageRequest.first(50));
    }

    @Test
    void aCursorLeadsToWhatIsOlder() {
        MessageId id = new MessageId(new Ksuid(1, 2, 3));

        assertThat(page("limit=100&cursor=" + ZavuIds.text(id))).isEqualTo(PageRequest.olderThan(id, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit,must be from 1 to 100",
        "limit=101,limit,must be from 1 to 100",
        "limit=-5,limit,must be from 1 to 100",
        "limit=ten,limit,must be a whole number",
        "limit=9999999999,limit,must be a whole number",
        "cursor=abc,cursor,must be the nextCursor of a page of this list"
    })
    void aPageThatCannotBeIsRefusedByName(String parameters, String field, String reason) {
        WireException refusal = catchThrowableOfType(WireException.class, () -> page(parameters));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"queued,QUEUED", "sending,SENDING", "sent,SENT", "delivered,DELIVERED", "failed,FAILED", "received,RECEIVED"})
    void sixStatusesCanBeAskedFor(String name, Status status) {
        assertThat(query("status=" + name).status()).contains(status);
    }

    @ParameterizedTest
    @CsvSource({"read", "pending_url_verification", "lost"})
    void noOtherStatusCan(String name) {
        assertThat(catchThrowableOfType(WireException.class, () -> query("status=" + name).status()).field())
                .isEqualTo("status");
    }

    @Test
    void autoIsNoChannelThatAMessageIsOn() {
        assertThat(query("channel=sms_oneway").channel()).contains(Channel.SMS_ONEWAY);
        assertThat(catchThrowableOfType(WireException.class, () -> query("channel=auto").channel()).field())
                .isEqualTo("channel");
    }

    @Test
    void aPlusThatBecameASpaceOnTheWayIsStillAPlus() {
        assertThat(query("to=+15550102233").to()).contains(new PhoneNumber("+15550102233"));
        assertThat(query("to= 15550102233").to()).contains(new PhoneNumber("+15550102233"));
        assertThat(query("to=15550102233").to()).contains(new ChatId("15550102233"));
        assertThat(query("to=15550102233&channel=sms").to()).contains(new PhoneNumber("+15550102233"));
        assertThat(catchThrowableOfType(WireException.class, () -> query("to=nobody").to()).field())
                .isEqualTo("to");
    }
}
