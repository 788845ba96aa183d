package io.stele.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. May block. */
@FunctionalInterface
public interface NameLookup {

    /** The resolver of this machine. */
    NameLookup SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** At least one address, in the order in which they are to be tried. */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
