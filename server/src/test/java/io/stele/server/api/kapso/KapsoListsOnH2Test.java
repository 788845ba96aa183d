package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoListsOnH2Test extends KapsoListsTest implements OnH2 {}
