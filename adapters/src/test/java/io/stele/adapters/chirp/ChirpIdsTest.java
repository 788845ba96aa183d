package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChirpIdsTest {

    private static final MessageId MESSAGE = new MessageId(Examples.MESSAGE);

    @ParameterizedTest
    @CsvSource({
        "LIVE, msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
        "TEST, msg_wa_test_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
    })
    void aMessagesIdTellsItsMode(Mode mode, String text) {
        assertThat(ChirpIds.message(MESSAGE, mode)).isEqualTo(text);
        assertThat(ChirpIds.readMessage(text)).contains(new ChirpIds.Read<>(MESSAGE, mode));
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, wapn_2wHyB1vRk7TnQmZs4LpXcDfGjKa",
        "TEST, wapn_test_2wHyB1vRk7TnQmZs4LpXcDfGjKa",
    })
    void aPhoneNumbersIdTellsItsMode(Mode mode, String text) {
        EndpointId endpoint = new EndpointId(Examples.ENDPOINT);

        assertThat(ChirpIds.phoneNumber(endpoint, mode)).isEqualTo(text);
        assertThat(ChirpIds.readPhoneNumber(text)).contains(new ChirpIds.Read<>(endpoint, mode));
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, app_2wHz9Rk3LmNbVcXzQwErTyUiOpA",
        "TEST, app_test_2wHz9Rk3LmNbVcXzQwErTyUiOpA",
    })
    void anAppsIdTellsItsMode(Mode mode, String text) {
        AppId app = new AppId(Examples.APP);

        assertThat(ChirpIds.app(app, mode)).isEqualTo(text);
        assertThat(ChirpIds.readApp(text)).contains(new ChirpIds.Read<>(app, mode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "msg_wa_",
                "msg_wa_test_",
                "2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
                "msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAe",
                "msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeSS",
                "msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAe-",
                "msg_wa_zzzzzzzzzzzzzzzzzzzzzzzzzzz",
                "MSG_WA_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
                "msg_sms_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
                "wapn_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS",
                "wamid.SIMxMjM0NQ=="
            })
    void anythingElseIsNoMessageId(String text) {
        assertThat(ChirpIds.readMessage(text)).isEmpty();
    }

    @Test
    void aMessageOfOursIsReferredToByItsOwnIdAndAForeignOneByTheProviders() {
        assertThat(ChirpIds.reference(MessageReference.ours(MESSAGE), Mode.TEST))
                .isEqualTo("msg_wa_test_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS");
        assertThat(ChirpIds.reference(MessageReference.foreign("wamid.x"), Mode.TEST)).isEqualTo("wamid.x");
    }

    @Test
    void aMessageHasAnIdInMetasManner() {
        assertThat(ChirpIds.metaMessage(MESSAGE)).matches("wamid\\.[A-Za-z0-9_-]{27}");
        assertThat(ChirpIds.readMetaMessage(ChirpIds.metaMessage(MESSAGE))).contains(MESSAGE);
        assertThat(ChirpIds.readMetaMessage("wamid.SIMxMjM0NQ==")).isEmpty();
    }

    @Test
    void aBusinessProfilesIdHasLettersAndDigitsOnly() {
        assertThat(ChirpIds.businessProfile("500600-700_test")).isEqualTo("wabp_500600700test");
    }
}
