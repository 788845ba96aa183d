package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {

    private static final String LOCAL = "http://localhost:8080";

    @ParameterizedTest
    @CsvSource({
        "https://stele.example, https://stele.example/media/x",
        "https://stele.example/, https://stele.example/media/x",
        "https://stele.example/under//, https://stele.example/under/media/x",
        "'', http://localhost:8080/media/x",
        "' ', http://localhost:8080/media/x",
    })
    void whereNobodyAsksAnAddressIsAsItIsSetOrThisMachines(String configured, String url) {
        assertThat(new PublicUrl(configured, () -> LOCAL).of("/media/x")).isEqualTo(url);
    }

    @Test
    void withoutASettingItIsThisMachines() {
        assertThat(new PublicUrl(null, () -> LOCAL).of("/media/x")).isEqualTo(LOCAL + "/media/x");
    }
}
