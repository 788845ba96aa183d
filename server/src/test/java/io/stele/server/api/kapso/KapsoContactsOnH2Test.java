package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoContactsOnH2Test extends KapsoContactsTest implements OnH2 {}
