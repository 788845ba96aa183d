package io.stele.server.start;

/** A program that starts as Stele does, and tells with what it runs. */
final class StartsAnew {

    private StartsAnew() {}

    public static void main(String[] arguments) {
        AheadOfTimeCache.use();
        System.out.println(ProcessHandle.current().pid());
        System.out.println(String.join("|", arguments));
        System.out.println(String.join("|", ProcessHandle.current().info().arguments().orElseThrow()));
    }
}
