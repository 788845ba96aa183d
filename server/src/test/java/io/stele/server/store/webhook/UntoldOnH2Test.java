package io.stele.server.store.webhook;

import io.stele.server.store.H2Databases;

class UntoldOnH2Test extends UntoldTest {

    UntoldOnH2Test() {
        super(H2Databases::open);
    }
}
