package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.inbound.InboundMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who wrote a message, as far as Meta tells. */
class PersonsTest {

    private static final BusinessScopedUserId USER = new BusinessScopedUserId("US.222");
    private static final BusinessScopedUserId PARENT = new BusinessScopedUserId("US.ENT.9");
    private static final PhoneNumber MARA = new PhoneNumber("+15550100777");

    static Stream<Arguments> people() {
        return Stream.of(
                row("'from':'15550100777'", "", MARA, Identity.UNKNOWN, null),
                row("'from':'+15550100777'", "", MARA, Identity.UNKNOWN, null),
                row("'from':15550100777", "", MARA, Identity.UNKNOWN, null),
                row("'from':'15550100777'", "{'wa_id':'15550100777','profile':{'name':'Mara'}}", MARA, Identity.UNKNOWN, "Mara"),
                row("'from':'15550100777'", "{'wa_id':'15550100778','profile':{'name':'Ben'}},{'wa_id':'15550100777','profile':{'name':'Mara'}}", MARA, Identity.UNKNOWN, "Mara"),
                row("'from':'15550100777','from_user_id':'US.222'", "", MARA, new Identity(USER, null, null), null),
                row("'from':'','from_user_id':'US.222'", "", USER, new Identity(USER, null, null), null),
                row("'from_user_id':'US.222'", "{'user_id':'US.222','wa_id':'','profile':{'name':'Mara','username':'@mara'}}", USER, new Identity(USER, null, "@mara"), "Mara"),
                row("'from_user_id':'US.222'", "{'user_id':'US.222','wa_id':'15550100777','username':'@mara'}", MARA, new Identity(USER, null, "@mara"), null),
                row("'from_user_id':'US.222','from_parent_user_id':'US.ENT.9'", "", USER, new Identity(USER, PARENT, null), null),
                row("'from_parent_user_id':'US.ENT.9'", "", PARENT, new Identity(null, PARENT, null), null),
                row("'from':'US.222'", "", USER, Identity.UNKNOWN, null),
                row("'from_user_id':'user.93737abc'", "", new BusinessScopedUserId("user.93737abc"), new Identity(new BusinessScopedUserId("user.93737abc"), null, null), null),
                row("'from':'5511987654321'", "{'wa_id':'551187654321','profile':{'name':'Rui'}}", new PhoneNumber("+5511987654321"), Identity.UNKNOWN, "Rui"),
                row("'from':'123'", "", new PhoneNumber("+123"), Identity.UNKNOWN, null));
    }

    @ParameterizedTest
    @MethodSource("people")
    void aPersonIs(String ids, String contacts, Address address, Identity identity, String name) {
        InboundMessage message = Posts.read(Posts.body(Map.of(
                        "contacts", Posts.json("[" + contacts + "]"),
                        "messages", Posts.json("[{'id':'wamid.M','type':'text','text':{'body':'x'}," + ids + "}]"))))
                .messages()
                .getFirst();

        assertThat(message.from()).isEqualTo(address);
        assertThat(message.identity()).isEqualTo(identity);
        assertThat(message.profileName()).isEqualTo(name);
    }

    @Test
    void oneWhoHidesTheirNumberIsKnownByTheirId() {
        InboundMessage message = Posts.read("username.json").messages().getFirst();
        BusinessScopedUserId userId = new BusinessScopedUserId("US.13491208655302741918");

        assertThat(message.from()).isEqualTo(userId);
        assertThat(message.identity())
                .isEqualTo(new Identity(userId, new BusinessScopedUserId("US.ENT.99"), "@realmara"));
        assertThat(message.profileName()).isEqualTo("Mara");
    }

    @Test
    void aStrangersContactIsNobodysWhereSeveralWrote() {
        List<InboundMessage> messages = Posts.read(Posts.body(Map.of(
                        "contacts", Posts.json("[{'wa_id':'15550100778','user_id':'US.8','profile':{'name':'Ben'}}]"),
                        "messages", Posts.json("[{'id':'1','from':'15550100777','type':'request_welcome'},"
                                + "{'id':'2','from':'15550100778','type':'request_welcome'}]"))))
                .messages();

        assertThat(messages).extracting(InboundMessage::profileName).containsExactly(null, "Ben");
        assertThat(messages.getFirst().identity()).isEqualTo(Identity.UNKNOWN);
    }

    @Test
    void aNewUserIdIsThePersonsFromThenOn() {
        InboundMessage message = Posts.read(Posts.body(
                        "messages",
                        List.of(Posts.json("{'id':'1','from':'','from_user_id':'US.111','type':'system',"
                                + "'system':{'type':'user_changed_user_id','wa_id':'','user_id':'US.222'}}"))))
                .messages()
                .getFirst();

        assertThat(message.from()).isEqualTo(new BusinessScopedUserId("US.111"));
        assertThat(message.identity().userId()).isEqualTo(USER);
    }

    private static Arguments row(
            String ids, String contacts, Address address, Identity identity, String name) {
        return Arguments.of(ids, contacts, address, identity, name);
    }
}
