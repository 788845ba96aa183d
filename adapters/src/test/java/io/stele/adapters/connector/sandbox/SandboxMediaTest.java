package io.stele.adapters.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Connector.MediaSource.Fetch;
import io.stele.core.delivery.Connector.MediaSource.Wanted;
import io.stele.core.message.MediaKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of pretend customers. */
class SandboxMediaTest {

    private final Sandbox sandbox = new Sandbox();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private Fetch fetch(MediaKind kind, String id, long most) throws IOException {
        return sandbox.connector.fetch(sandbox.endpoint(), new Wanted(id, kind, null), most, taken::write);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, image/png, PNG",
        "VIDEO, video/mp4, ftyp",
        "AUDIO, audio/wav, WAVE",
        "DOCUMENT, application/pdf, %PDF",
        "STICKER, image/webp, WEBP"
    })
    void areWhatTheyAreCalled(MediaKind kind, String mimeType, String sign) throws Exception {
        Fetch.Fetched fetched = (Fetch.Fetched) fetch(kind, "1", 10_000);

        byte[] bytes = taken.toByteArray();
        assertThat(new String(bytes, 0, 16, StandardCharsets.ISO_8859_1)).contains(sign);
        assertThat(fetched.mimeType()).isEqualTo(mimeType);
        assertThat(fetched.size()).isEqualTo(bytes.length);
        assertThat(fetched.sha256())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void areNotTakenWhenTooLarge() throws IOException {
        assertThat(fetch(MediaKind.IMAGE, "1", 10)).isEqualTo(new Fetch.TooLarge());
        assertThat(taken.size()).isZero();
    }

    @Test
    void areNotToBeHadWhenTheIdSaysSo() throws IOException {
        assertThat(fetch(MediaKind.IMAGE, "gone1", 10_000)).isEqualTo(new Fetch.Gone());
    }
}
