package io.stele.server.clients;

import io.stele.server.OnH2;

class SdkClientsOnH2Test extends SdkClientsTest implements OnH2 {}
