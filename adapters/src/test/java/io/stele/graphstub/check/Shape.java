package io.stele.graphstub.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object: which members it may have, which it must have, and what each has to be. Never changes. */
final class Shape implements Rule {

    private final Map<String, Member> members;
    private final List<Rule> further;

    private record Member(Rule rule, boolean required) {}

    private Shape(Map<String, Member> members, List<Rule> further) {
        this.members = members;
        this.further = further;
    }

    static Shape object() {
        return new Shape(Map.of(), List.of());
    }

    Shape required(String name, Rule rule) {
        return with(name, new Member(rule, true));
    }

    Shape optional(String name, Rule rule) {
        return with(name, new Member(rule, false));
    }

    /** This shape with a rule on the object as a whole, asked after all members. */
    Shape also(Rule rule) {
        List<Rule> more = new ArrayList<>(further);
        more.add(rule);
        return new Shape(members, List.copyOf(more));
    }

    @Override
    public void check(Field field) {
        for (Object name : field.members().keySet()) {
            if (!members.containsKey(String.valueOf(name))) {
                throw Refusal.parameter("Unexpected key \"" + name + "\""
                        + (field.path().isEmpty() ? "." : " on param \"" + field.path() + "\"."));
            }
        }
        members.forEach((name, member) -> {
            if (field.has(name)) {
                member.rule().check(field.member(name));
            } else if (member.required()) {
                throw field.missing(name);
            }
        });
        further.forEach(rule -> rule.check(field));
    }

    private Shape with(String name, Member member) {
        Map<String, Member> more = new LinkedHashMap<>(members);
        more.put(name, member);
        return new Shape(more, further);
    }
}
