package io.stele.server.events;

import io.stele.server.OnH2;

class ProviderNamesOnH2Test extends ProviderNamesTest implements OnH2 {}
