package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.SenderId;
import io.stele.core.connection.NewNumber;
import io.stele.core.connection.NumberStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.server.secret.SecretKey;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.project.SettingSeals;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link SettingSeals}: keys can be changed. */
public abstract class SettingSealsContract extends StoreContract {

    /** More than are sealed anew at once. */
    private static final int MANY = 600;

    protected SettingSealsContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Endpoint connect(Map<String, String> settings) {
        return store.get(NumberStore.class)
                .connect(
                        new NewNumber(
                                tenant.live(),
                                "whatsapp",
                                new PhoneNumber("+15550120001"),
                                new Endpoint.WhatsAppNumber("7000001", "800000"),
                                "Support",
                                null,
                                settings),
                        new EndpointId(store.get(KsuidGenerator.class).next()),
                        new SenderId(UUID.randomUUID()),
                        store.clock().instant())
                .orElseThrow();
    }

    @Test
    void nothingIsSealedInTheBeginning() {
        assertThat(store.get(SettingSeals.class).keyIds()).isEmpty();
    }

    @Test
    void everythingIsSealedAnewAndStaysWhatItWas() {
        Map<String, String> settings = IntStream.range(0, MANY).boxed().collect(Collectors.toMap(n -> "s" + n, n -> "v" + n));
        Endpoint endpoint = connect(settings);
        SettingSeals seals = store.get(SettingSeals.class);
        String old = TestStore.KEYS.sealingKeyId();
        assertThat(seals.keyIds()).containsExactly(old);
        SecretKey next = SecretKey.generate();
        SecretKeys both = new SecretKeys(List.of(next, TestStore.KEY));

        seals.renew(both, old);

        assertThat(seals.keyIds()).containsExactly(both.sealingKeyId());

        seals.renew(new SecretKeys(List.of(TestStore.KEY, next)), both.sealingKeyId());

        assertThat(seals.keyIds()).containsExactly(old);
        assertThat(store.get(EndpointSettings.class).of(endpoint)).isEqualTo(settings);
    }
}
