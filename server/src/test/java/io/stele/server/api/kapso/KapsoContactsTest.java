package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.RunningStele;
import org.junit.jupiter.api.Test;

/** Contacts, as both surfaces list, read and change them, on a whole server. */
abstract class KapsoContactsTest extends KapsoTest {

    @Test
    void contactsAreListedReadAndChanged() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        Answer list = get(PROXY + "/contacts?wa_id=" + customer.substring(1));

        assertThat(list.at("data").size()).isEqualTo(1);
        assertThat(list.string("data", 0, "profile_name")).isEqualTo("Ana");
        assertThat(list.at("data", 0, "metadata").isObject()).isTrue();

        Answer changed = kapso(
                "PATCH",
                PROXY + "/contacts/" + customer,
                "{\"display_name\":\"Ana R.\",\"metadata\":{\"tier\":\"gold\",\"visits\":2}}");
        kapso("PATCH", PROXY + "/contacts/" + customer, "{\"metadata\":{\"tier\":null,\"since\":2024}}");
        Answer contact = get(PROXY + "/contacts/" + customer.substring(1));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("success").getBooleanValue()).isTrue();
        assertThat(contact.string("display_name")).isEqualTo("Ana R.");
        assertThat(contact.string("profile_name")).isEqualTo("Ana");
        assertThat(contact.at("metadata", "tier").isNull()).isTrue();
        assertThat(contact.at("metadata", "visits").getIntValue()).isEqualTo(2);
        assertThat(contact.at("metadata", "since").getIntValue()).isEqualTo(2024);
    }

    @Test
    void aContactIsChangedOnThePlatformToo() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        String path = PLATFORM + "/contacts/" + customer.substring(1);

        Answer named = kapso("PATCH", path, "{\"contact\":{\"display_name\":\"Ana R.\",\"metadata\":{\"tier\":\"gold\"}}}");
        Answer unnamed = kapso("PATCH", path, "{\"contact\":{\"display_name\":null,\"customer_id\":\"c\"}}");

        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.string("data", "display_name")).isEqualTo("Ana R.");
        assertThat(named.string("data", "profile_name")).isEqualTo("Ana");
        assertThat(named.string("data", "metadata", "tier")).isEqualTo("gold");
        assertThat(unnamed.at("data", "display_name").isNull()).isTrue();
        assertThat(unnamed.string("data", "metadata", "tier")).isEqualTo("gold");
        assertThat(get(path).body()).isEqualTo(unnamed.body());
    }

    @Test
    void aNameOfAContactIsTakenAwayByNull() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        String path = PROXY + "/contacts/" + customer;
        kapso("PATCH", path, "{\"display_name\":\"Ana R.\"}");

        assertThat(kapso("PATCH", path, "{\"display_name\":null,\"profile_name\":null}").status()).isEqualTo(200);

        assertThat(get(path).at("display_name").isNull()).isTrue();
        assertThat(get(path).at("profile_name").isNull()).isTrue();
    }

    @Test
    void theMetadataOfAContactDoNotGrowWithoutEnd() {
        String customer = stele().customerInConversation();
        String proxy = PROXY + "/contacts/" + customer;
        String note = "{\"metadata\":{\"%s\":\"" + "x".repeat(60_000) + "\"}}";

        assertThat(kapso("PATCH", proxy, note.formatted("a")).status()).isEqualTo(200);
        Answer refused = kapso("PATCH", proxy, note.formatted("b"));
        Answer onPlatform = kapso("PATCH", PLATFORM + "/contacts/" + customer, "{\"contact\":" + note.formatted("b") + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("error", "error_data", "details")).isEqualTo("metadata must have at most 65536 characters in all");
        assertThat(onPlatform.status()).isEqualTo(422);
        assertThat(onPlatform.string("error")).isEqualTo("contact.metadata must have at most 65536 characters in all");
    }

    @Test
    void aContactOfAnotherNumberIsNotThisOnes() {
        String customer = RunningStele.newCustomer();
        Answer sms = http().post(
                "/v1/messages", tenant().zavu(), "{\"to\":\"" + customer + "\",\"channel\":\"sms\",\"text\":\"Hi\"}");
        String path = PROXY + "/contacts/" + customer;

        assertThat(sms.status()).as(sms.text()).isEqualTo(202);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(kapso("PATCH", path, "{\"display_name\":\"A\"}").status()).isEqualTo(404);
        stele().writeIn(customer);
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void aContactIsFoundByEachOfItsNamesOnThePlatform() {
        String customer = stele().customerInConversation();
        Answer list = get(PLATFORM + "/contacts?wa_id_contains=" + customer.substring(1));
        String id = list.string("data", 0, "id");

        assertThat(get(PLATFORM + "/contacts/" + id).string("data", "wa_id")).isEqualTo(customer.substring(1));
        assertThat(get(PLATFORM + "/contacts/" + customer).string("data", "id")).isEqualTo(id);
        assertThat(get(PLATFORM + "/contacts/" + customer.substring(1)).string("data", "id")).isEqualTo(id);
        assertThat(get(PLATFORM + "/contacts?has_customer=true").at("data").size()).isZero();
        assertThat(get(PLATFORM + "/contacts?page=1&per_page=1").at("meta", "per_page").getIntValue()).isEqualTo(1);
    }
}
