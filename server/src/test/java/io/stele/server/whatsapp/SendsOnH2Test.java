package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class SendsOnH2Test extends SendsTest implements OnH2 {}
