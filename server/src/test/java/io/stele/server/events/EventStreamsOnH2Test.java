package io.stele.server.events;

import io.stele.server.OnH2;

class EventStreamsOnH2Test extends EventStreamsTest implements OnH2 {}
