package io.stele.server.whatsapp;

import io.stele.server.OnH2;

class IdentityNewsOnH2Test extends IdentityNewsTest implements OnH2 {}
