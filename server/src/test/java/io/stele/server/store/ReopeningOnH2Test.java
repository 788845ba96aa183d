package io.stele.server.store;

class ReopeningOnH2Test extends ReopeningTest {

    ReopeningOnH2Test() {
        super(H2Databases::open);
    }
}
