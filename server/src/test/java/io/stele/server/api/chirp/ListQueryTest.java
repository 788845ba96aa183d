package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.project.AppId;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    private static final Ksuid ID = Ksuid.parse("2wJ0cQ8rTfYk5LmPz3VnBxGhAeS").orElseThrow();
    private static final ProjectId PROJECT = new ProjectId(new UUID(1, 1));
    private static final AppId APP = new AppId(ID);
    private static final Principal ADMIN = new Principal(new UUID(2, 2), PROJECT, Mode.LIVE, KeyKind.CHIRP_ADMIN, null);
    private static final Principal OWNER = new Principal(new UUID(3, 3), PROJECT, Mode.TEST, KeyKind.CHIRP_APP, APP);

    /** @param parameters as in a URL, with their question mark */
    private static ListQuery query(String parameters) {
        MutableHttpRequest<?> request = HttpRequest.GET("/v1/whatsapp/messages");
        for (String parameter : parameters.replace("?", "").split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                request.getParameters().add(parts[0], parts[1]);
            }
        }
        return ListQuery.of(request);
    }

    private static Reach reach(Principal principal, String parameters) {
        return found(principal, parameters).orElseThrow();
    }

    private static Optional<Reach> found(Principal principal, String parameters) {
        ListQuery query = query(parameters);
        return Reach.of(principal, query.app(), query.phoneNumber());
    }

    @Test
    void aListHasTwentyRowsUnlessAskedOtherwise() {
        assertThat(query("").limit()).isEqualTo(20);
        assertThat(query("?limit=").limit()).isEqualTo(20);
        assertThat(query("?limit=100&offset=40").limit()).isEqualTo(100);
        assertThat(query("?limit=100&offset=40").offset()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=many, limit",
        "limit=1.5, limit",
        "offset=-1, offset",
        "offset=10001, offset",
    })
    void aNumberOutOfRangeIsRefused(String parameter, String name) {
        assertThatThrownBy(() -> query("?" + parameter))
                .isInstanceOfSatisfying(
                        WireException.class, exception -> assertThat(exception.field()).isEqualTo(name));
    }

    @Test
    void theFiltersAreThoseOfTheQuery() {
        String parameters = "?direction=OUTBOUND&type=image&whatsappPhoneNumberId=wapn_" + ID;

        MessageFilter filter = query(parameters).messages(reach(ADMIN, parameters));

        assertThat(filter.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(filter.app()).isNull();
        assertThat(filter.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(filter.kinds()).isEqualTo(Set.of(ContentKind.IMAGE));
        assertThat(filter.endpoint()).isEqualTo(new EndpointId(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"direction=inbound", "type=sms", "type=pin", "type=unknown", "whatsappPhoneNumberId=+34910000001"})
    void aFilterThatCannotBeUnderstoodIsRefusedByName(String parameter) {
        ListQuery query = query("?" + parameter);

        assertThatThrownBy(() -> query.messages(reach(ADMIN, "?" + parameter)))
                .isInstanceOfSatisfying(WireException.class, exception -> assertThat(parameter)
                        .startsWith(exception.field() + "="));
    }

    @Test
    void theCursorIsARowOfTheList() {
        assertThat(query("?cursor=msg_wa_" + ID).cursor(ChirpIds::readMessage, Mode.LIVE))
                .contains(new MessageId(ID));
        assertThat(query("").cursor(ChirpIds::readMessage, Mode.LIVE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_wa_test_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS", "wapn_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS", "x"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        ListQuery query = query("?cursor=" + cursor);

        assertThatThrownBy(() -> query.cursor(ChirpIds::readMessage, Mode.LIVE))
                .isInstanceOfSatisfying(
                        WireException.class, exception -> assertThat(exception.field()).isEqualTo("cursor"));
    }

    @Test
    void anAdminKeyListsWhatIsLiveAndATestAppOnlyByName() {
        assertThat(reach(ADMIN, "")).isEqualTo(new Reach(new Scope(PROJECT, Mode.LIVE), null, null));
        assertThat(reach(ADMIN, "?appId=app_test_" + ID)).isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), APP, null));
        assertThat(reach(ADMIN, "?appId=app_" + ID)).isEqualTo(new Reach(new Scope(PROJECT, Mode.LIVE), APP, null));
    }

    @Test
    void anAppKeyListsItsOwnAppAndNoOther() {
        assertThat(reach(OWNER, "")).isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), APP, null));
        assertThat(reach(OWNER, "?appId=app_test_" + ID)).isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), APP, null));
        assertThat(found(OWNER, "?appId=app_" + ID)).isEqualTo(Optional.empty());
        assertThat(found(OWNER, "?appId=app_test_2wJ0jH5tRbNpWxQz8KdLcVmYfGs")).isEqualTo(Optional.empty());
    }

    @Test
    void aNumberIsListedInItsOwnMode() {
        EndpointId number = new EndpointId(ID);

        assertThat(reach(ADMIN, "?whatsappPhoneNumberId=wapn_" + ID))
                .isEqualTo(new Reach(new Scope(PROJECT, Mode.LIVE), null, number));
        assertThat(reach(ADMIN, "?whatsappPhoneNumberId=wapn_test_" + ID))
                .isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), null, number));
        assertThat(reach(OWNER, "?whatsappPhoneNumberId=wapn_test_" + ID))
                .isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), APP, number));
        assertThat(reach(ADMIN, "?appId=app_test_" + ID + "&whatsappPhoneNumberId=wapn_test_" + ID))
                .isEqualTo(new Reach(new Scope(PROJECT, Mode.TEST), APP, number));
    }

    @Test
    void idsOfDifferentModesHaveNothingInCommon() {
        assertThat(found(OWNER, "?whatsappPhoneNumberId=wapn_" + ID)).isEmpty();
        assertThat(found(ADMIN, "?appId=app_" + ID + "&whatsappPhoneNumberId=wapn_test_" + ID)).isEmpty();
        assertThat(found(ADMIN, "?appId=app_test_" + ID + "&whatsappPhoneNumberId=wapn_" + ID)).isEmpty();
    }

    @Test
    void anAppIdThatIsNoneIsRefused() {
        ListQuery query = query("?appId=default");

        assertThatThrownBy(query::app).isInstanceOf(WireException.class).hasMessage("appId must be an app id");
    }
}
