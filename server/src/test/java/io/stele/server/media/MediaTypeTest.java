package io.stele.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers say that their files are. */
class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "IMAGE/PNG", "audio/ogg; codecs=opus", "video/mp4", "audio/mp4;codecs=\"mp4a.40.2\""})
    void isShownInItsPlace(String told) {
        assertThat(MediaType.of(told)).isEqualTo(new MediaType(told));
        assertThat(MediaType.of(told).isHarmless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html", "Text/HTML; charset=utf-8", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/pdf",
                "application/octet-stream", "imagex/png", "image/png2"
            })
    void isADownload(String told) {
        assertThat(MediaType.of(told)).isEqualTo(new MediaType(told));
        assertThat(MediaType.of(told).isHarmless()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image", "image/png\r\nSet-Cookie: a=b", "image/png, text/html", "image/png; x", "a b/c", "image/pñg"})
    void isBytesWhenNoHeaderCanHoldIt(String told) {
        assertThat(MediaType.of(told)).isEqualTo(new MediaType("application/octet-stream"));
    }

    @Test
    void isBytesWhenNothingWasTold() {
        assertThat(MediaType.of(null)).isEqualTo(new MediaType("application/octet-stream"));
    }
}
