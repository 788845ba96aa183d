package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class AccountNewsOnH2Test extends AccountNewsTest implements OnH2 {}
