package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KapsoIdsTest {

    private final KapsoIds ids = new KapsoIds();

    @Property(tries = 500)
    void theIdOfASentMessageNamesIt(@ForAll int seconds, @ForAll long high, @ForAll long low) {
        MessageId id = new MessageId(new Ksuid(seconds, high, low));
        String text = ids.write(new MessageReference(id, Direction.OUTBOUND, "provider"));

        assertThat(text).matches("wamid\\.[A-Za-z0-9_-]{27}");
        assertThat(ids.read(text)).isEqualTo(new MessageReference(id, null, text));
    }

    @Test
    void aReceivedMessageIsNamedByTheProvidersId() {
        MessageId id = new MessageId(new Ksuid(1, 2, 3));

        assertThat(ids.write(new MessageReference(id, Direction.INBOUND, "wamid.HBgN=="))).isEqualTo("wamid.HBgN==");
    }

    @Test
    void aMessageThatIsNoneOfOursIsNamedByTheProvidersId() {
        assertThat(ids.write(MessageReference.foreign("wamid.X"))).isEqualTo("wamid.X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wamid.HBgNMTU1NTE0OTU5Nzg1FQIAERgSMDhGRjdBMDEyOTcxQzFFQkFBAA==",
                "wamid.",
                "",
                "wamid.AAAAAAAAAAAAAAAAAAAAAAAAAA",
                "wamid.AAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "wamid.AAAAAAAAAAAAAAAAAAAAAAAAA/A",
                "WAMID.AAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void anyOtherTextIsTheProviders(String text) {
        assertThat(ids.read(text)).isEqualTo(MessageReference.foreign(text));
    }

    /** Nobody can tell it from ours by looking, so that it is kept as both. */
    @Test
    void aProvidersIdInTheFormOfOursKeepsTheProvidersText() {
        String theirs = "wamid.aaaaaaaaaaaaaaaaaaaaaaaaaac";

        MessageReference read = ids.read(theirs);

        assertThat(read.id()).isNotNull();
        assertThat(read.providerMessageId()).isEqualTo(theirs);
    }
}
