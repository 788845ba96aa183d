package io.stele.server.fuzz;

import io.stele.server.OnPostgres;

class FuzzOnPostgresTest extends FuzzTest implements OnPostgres {

    @Override
    int tries() {
        return 100;
    }
}
