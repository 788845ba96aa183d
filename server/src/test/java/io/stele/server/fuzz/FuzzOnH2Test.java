package io.stele.server.fuzz;

import io.stele.server.OnH2;

class FuzzOnH2Test extends FuzzTest implements OnH2 {

    @Override
    int tries() {
        return 250;
    }
}
