package dev.rolecall.vocabulary;

/** One choice of an {@link EnumType}: its name in rules and files, its label for people. */
public record Constant(String name, String label) {}
