package io.stele.server.store.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** {@link ServerSecret}: one secret for all nodes, and a key for each purpose. */
public abstract class ServerSecretContract extends StoreContract {

    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    protected ServerSecretContract(Supplier<TestStore> opening) {
        super(opening);
    }

    /** A node that has just been started. */
    private ServerSecret node() {
        return new ServerSecret(store.database(), store.clock());
    }

    @Test
    void everyNodeHasTheSameKeysAfterEveryStart() {
        assertThat(node().key("links")).hasSize(32).isEqualTo(node().key("links"));
        assertThat(store.number("select count(*) from server_secret")).isEqualTo(1);
    }

    @Test
    void ofManyNodesThatStartAtOnceOneMakesIt() {
        List<String> keys = Together.times(8, () -> HexFormat.of().formatHex(node().key("links")));

        assertThat(keys).hasSize(8).containsOnly(keys.getFirst());
    }

    @Test
    void anotherDatabaseHasAnotherSecret() {
        byte[] before = node().key("links");

        store.run("delete from server_secret");

        assertThat(node().key("links")).isNotEqualTo(before);
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        ServerSecret node = node();

        assertThat(node.key("links")).isNotEqualTo(node.key("webhooks"));
        assertThat(node.sign("links", DATA)).isNotEqualTo(node.sign("webhooks", DATA));
    }

    @Test
    void aSignatureIsAnHmacUnderTheKeyOfItsPurpose() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(node().key("links"), "HmacSHA256"));

        assertThat(node().sign("links", DATA)).isEqualTo(mac.doFinal(DATA));
    }
}
