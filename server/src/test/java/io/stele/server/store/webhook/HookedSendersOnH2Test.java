package io.stele.server.store.webhook;

import io.stele.server.store.H2Databases;

class HookedSendersOnH2Test extends HookedSendersTest {

    HookedSendersOnH2Test() {
        super(H2Databases::open);
    }
}
