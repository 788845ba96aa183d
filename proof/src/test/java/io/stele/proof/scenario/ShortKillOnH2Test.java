package io.stele.proof.scenario;

import java.util.Map;

class ShortKillOnH2Test extends ShortKillTest {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
