package io.stele.server.events;

import io.stele.server.OnH2;

class EventsOnH2Test extends EventsTest implements OnH2 {}
