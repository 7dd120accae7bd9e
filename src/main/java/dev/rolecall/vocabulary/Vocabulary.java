package dev.rolecall.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be asked and answered in one decision, in the order of its declaration. */
public final class Vocabulary {

  private final String decision;
  private final List<FactType> facts;
  private final List<EnumType> enums;
  private final boolean recorded;
  private final List<Attribute> attributes;
  private final Map<String, Attribute> byPath = new HashMap<>();
  private final Map<String, FactType> byName = new HashMap<>();

  /**
   * @param decision the name of the decision and of its folder
   * @param facts the declared fact types; their attributes are indexed from 0 in this order
   * @param recorded whether decisions may be kept, and made in batches
   */
  public Vocabulary(String decision, List<FactType> facts, List<EnumType> enums, boolean recorded) {
    this.decision = decision;
    this.facts = List.copyOf(facts);
    this.enums = List.copyOf(enums);
    this.recorded = recorded;
    List<Attribute> all = new ArrayList<>();
    for (FactType fact : facts) {
      byName.put(fact.name(), fact);
      for (Attribute attribute : fact.attributes()) {
        all.add(attribute);
        byPath.put(attribute.path(), attribute);
      }
    }
    this.attributes = List.copyOf(all);
  }

  public String decision() {
    return decision;
  }

  public boolean recorded() {
    return recorded;
  }

  public List<FactType> facts() {
    return facts;
  }

  public List<FactType> dimensions() {
    return facts.stream().filter(f -> f.role() == FactType.Role.DIMENSION).toList();
  }

  public List<EnumType> enums() {
    return enums;
  }

  /** Every attribute; the position in the list is its {@link Attribute#index()}. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** The attributes that a person is asked, in order. */
  public List<Attribute> questions() {
    return attributes.stream().filter(a -> !a.question().isEmpty()).toList();
  }

  public Optional<Attribute> attribute(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public List<String> paths() {
    return attributes.stream().map(Attribute::path).toList();
  }

  public Optional<FactType> fact(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The fact type that an attribute belongs to. */
  public FactType factOf(Attribute attribute) {
    return fact(attribute.fact()).orElseThrow();
  }

  public EnumType outcomes() {
    return withRole(EnumType.Role.OUTCOMES).orElseThrow();
  }

  public Optional<EnumType> withRole(EnumType.Role role) {
    return enums.stream().filter(e -> e.role() == role).findFirst();
  }
}
