package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class AtOnceOnH2Test extends AtOnceTest implements OnH2 {}
