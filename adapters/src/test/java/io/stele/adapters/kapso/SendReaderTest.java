package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.identity.Ksuid;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendReaderTest {

    private static final SendReader READER = Samples.BEANS.getBean(SendReader.class);

    @Test
    void aSendGoesThroughItsNumberAndNoOther() throws IOException {
        MessageId quoted = new MessageId(new Ksuid(1, 2, 3));
        String id = new KapsoIds().write(new MessageReference(quoted, Direction.OUTBOUND, null));
        IdempotencyKey key = new IdempotencyKey("k", "f");

        Draft draft = READER.draft(
                request("'to':'+49 151 2345678','type':'text','text':{'body':'Hi'},'context':{'message_id':'" + id
                        + "'},'biz_opaque_callback_data':'b'"),
                Samples.ENDPOINT,
                key);

        assertThat(draft.sender()).isEqualTo(new SenderChoice.Through(Samples.ENDPOINT));
        assertThat(draft.to().value()).isEqualTo("+491512345678");
        assertThat(draft.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(draft.content()).isEqualTo(Text.of("Hi"));
        assertThat(draft.quote()).isEqualTo(new MessageReference(quoted, null, id));
        assertThat(draft.idempotency()).isEqualTo(key);
        assertThat(draft.callbackData()).isEqualTo("b");
        assertThat(draft.fallback()).isFalse();
        assertThat(draft.metadata()).isEqualTo(Map.of());
        assertThat(draft.attachments()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15551234567 | +15551234567",
                "+56912345678 | +56912345678",
                "+49 151 2345678 | +491512345678",
            })
    void aPhoneNumberIsReadAsPeopleWriteIt(String written, String read) throws IOException {
        MessageRequest request = request("'to':'" + written + "','text':{'body':'Hi'}");

        assertThat(READER.draft(request, Samples.ENDPOINT, null).to().value()).isEqualTo(read);
        assertThat(READER.input(request)).isEqualTo(written);
    }

    @Test
    void theNumberWinsOverTheUserId() throws IOException {
        assertThat(recipient("'to':'15551234567','recipient':'US.1'")).isEqualTo("+15551234567");
        assertThat(recipient("'recipient':'US.1'")).isEqualTo("US.1");
        assertThat(recipient("'recipient':'US.ENT.1'")).isEqualTo("US.ENT.1");
    }

    @Test
    void aReadMarkIsToldFromASend() throws IOException {
        assertThat(READER.readMark(request("'to':'15551234567','text':{'body':'Hi'}"))).isEmpty();
        assertThat(READER.readMark(request("'status':'read','message_id':'wamid.X'")))
                .hasValue(new SendReader.ReadMark(MessageReference.foreign("wamid.X"), false));
        assertThat(READER.readMark(request("'status':'read','message_id':'wamid.X','typing_indicator':{'type':'text'}")))
                .hasValue(new SendReader.ReadMark(MessageReference.foreign("wamid.X"), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'text':{'body':'x'} | to is required",
                "'to':'12','text':{'body':'x'} | to must be a phone number with its country code",
                "'recipient':'us.1','text':{'body':'x'} | recipient must be a business-scoped user id",
                "'recipient_type':'group','to':'12036304','text':{'body':'x'} | recipient_type must be individual",
                "'to':'15551234567','text':{'body':'x'},'context':{} | context.message_id is required",
                "'to':'15551234567','text':{'body':'x'},'context':{'message_id':' '} | context.message_id must not be blank",
            })
    void aSendThatCannotBeReadIsRefusedByName(String members, String refusal) {
        assertThatThrownBy(() -> READER.draft(request(members), Samples.ENDPOINT, null))
                .isInstanceOf(WireException.class)
                .hasMessage(refusal);
    }

    private static String recipient(String members) throws IOException {
        Address to = READER.draft(request(members + ",'text':{'body':'Hi'}"), Samples.ENDPOINT, null).to();
        return to.value();
    }

    private static MessageRequest request(String members) throws IOException {
        return ObjectMapper.getDefault()
                .readValue(
                        ("{'messaging_product':'whatsapp'," + members + "}").replace('\'', '"'),
                        Argument.of(MessageRequest.class));
    }
}
