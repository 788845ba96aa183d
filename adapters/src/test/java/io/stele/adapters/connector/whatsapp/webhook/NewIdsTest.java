package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.inbound.InboundMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which ids Meta says that they no longer hold, when it says that a person has others. */
class NewIdsTest {

    private static final String CHANGED = "'type':'user_changed_user_id'";

    private static InboundMessage read(String message) {
        return Posts.read(Posts.body("messages", List.of(Posts.json("{'id':'1','type':'system'," + message + "}"))))
                .messages()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'from':'','from_user_id':'US.111','system':{'user_id':'US.222',$}                          | US.111",
                "'from_user_id':'US.111','system':{'user_id':'US.222','wa_id':'15550100777',$}              | US.111",
                "'from':'15550100777','from_user_id':'US.111','system':{'user_id':'US.222',$}               | US.111",
                "'from':'15550100777','system':{'body':'User Mara changed from US.111 to US.222','user_id':'US.222',$} | US.111",
                "'from':'15550100777','system':{'body':'User I changed from a to b changed from US.111 to US.222','user_id':'US.222',$} | US.111",
                "'from':'15550100777','from_user_id':'US.111','system':{'body':'changed from US.9 to US.222','user_id':'US.222',$} | US.111",
                "'from':'US.111','system':{'user_id':'US.222',$}                                            | US.111",
                "'from':'15550100777','from_user_id':'US.111','system':{'wa_id':'15550100778','user_id':'US.222','type':'user_changed_number'} | US.111",
            })
    void theFormerIdIsToldInSeveralWays(String message, String former) {
        InboundMessage read = read(message.replace("$", CHANGED));

        assertThat(read.identity().userId()).isEqualTo(new BusinessScopedUserId("US.222"));
        assertThat(read.former()).isEqualTo(new Identity(new BusinessScopedUserId(former), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'from':'15550100777','system':{'user_id':'US.222',$}",
                "'from':'15550100777','system':{'body':'User Mara has a new id','user_id':'US.222',$}",
                "'from':'15550100777','system':{'body':'changed from 15550100777 to US.222','user_id':'US.222',$}",
            })
    void aChangeFromNobodyKnowsWhatIsOneNevertheless(String message) {
        assertThat(read(message.replace("$", CHANGED)).former()).isEqualTo(Identity.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'from':'15550100777','system':{'wa_id':'15550100778','type':'user_changed_number'}",
                "'from':'15550100777','from_user_id':'US.111','system':{'wa_id':'15550100778','type':'user_changed_number'}",
                "'from':'15550100777','system':{'wa_id':'15550100778','user_id':'US.222','type':'user_changed_number'}",
                "'from':'15550100777','from_user_id':'US.111','system':{'user_id':'US.111',$}",
                "'from':'15550100777','system':{$}",
                "'from':'15550100777','from_user_id':'US.111'",
            })
    void whereNoIdHasChangedNoneIsTold(String message) {
        assertThat(read(message.replace("$", CHANGED)).former()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"US.ENT.1,US.ENT.2,US.ENT.1", "US.ENT.1,US.ENT.1,", "US.ENT.1,,", ",US.ENT.2,"})
    void aFormerParentIsToldWhereItIsAnother(@Nullable String before, @Nullable String after, @Nullable String former) {
        InboundMessage read = read("'from_user_id':'US.111','from_parent_user_id':'" + (before == null ? "" : before)
                + "','system':{'user_id':'US.222','parent_user_id':'" + (after == null ? "" : after) + "'," + CHANGED + "}");

        assertThat(read.former())
                .isEqualTo(new Identity(
                        new BusinessScopedUserId("US.111"), former == null ? null : new BusinessScopedUserId(former), null));
    }
}
