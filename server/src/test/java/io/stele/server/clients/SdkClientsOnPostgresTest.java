package io.stele.server.clients;

import io.stele.server.OnPostgres;

class SdkClientsOnPostgresTest extends SdkClientsTest implements OnPostgres {}
