package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.drools.base.factmodel.GeneratedFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The second lock alone, as if there were no first one: hostile rules that Drools compiled for
 * real, hostile classes, and a cache that somebody else wrote, with a checksum that fits. None of
 * it runs.
 */
class SecondLockTest {

  private static final String DECLARED =
      """
      package rolecall.compiled;
      import dev.rolecall.decision.*;
      import dev.rolecall.ruleset.Gate;
      global dev.rolecall.ruleset.Ear ear;
      declare Fact_Way v_km : Integer v_note : String end
      """;

  private static final String RULES =
      "package trip;\n"
          + Trip.rule("far", "Way( km >= 1000 )", "verdict.leans( Travel.PLANE, \"it is far\" );");
  private static final String WAY = "rolecall.compiled.Fact_Way";
  private static final String SITUATION = "way: {km: 1000}";

  /** Where the types are that hostile classes name. */
  private static final String CLASS_PATH =
      Stream.of(Ear.class, GeneratedFact.class)
          .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
          .map(location -> Path.of(URI.create(location.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));

  @TempDir static Path shared;
  private static Map<String, byte[]> good;
  private static Path goodFile;

  @TempDir Path temp;

  @BeforeAll
  static void compile() throws IOException {
    open(shared);
    goodFile = cached(shared);
    good = classes(goodFile);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          eval( Runtime.getRuntime().availableProcessors() > 0 )                   → java/lang/Runtime
          Fact_Way( Runtime.getRuntime().freeMemory() > v_km )                     → java/lang/Runtime
          Fact_Way( v_note.getClass().getClassLoader() != null )                   → java/lang/Class
          Fact_Way( Class.forName( "java.lang.Runtime" ) != null )                 → java/lang/Class
          Fact_Way( System.getProperty( v_note ) != null )                         → java/lang/System.getProperty
          Fact_Way( v_note.repeat( 1000000000 ) != null )                          → java/lang/String.repeat
          Fact_Way( v_note matches "(a+)+b" )                                      → an instruction
          Fact_Way( v_km + 1 > 3 )                                                 → an instruction
          Fact_Way( $n : v_km ) Fact_Way( v_km > $n )                              → Predicate2
          accumulate( Fact_Way( $k : v_km ); $s : sum( $k ) )                      → a constant of kind 16
          $x : Object() from java.util.List.of( System.console() )                 → System.console
          Fact_Way( this.toString() != null )                                      → toString
          """)
  void refusesWhatAConditionCouldDo(String condition, String forbidden) {
    refused(DECLARED + rule(condition, "ear.speak( 0 );"), forbidden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          System.exit( 1 );                                                        → java/lang/System.exit
          System.setProperty( "x", "y" );                                          → java/lang/System.setProperty
          System.out.println( "x" );                                               → java/lang/System
          System.loadLibrary( "x" );                                               → java/lang/System.loadLibrary
          Runtime.getRuntime().exec( "x" );                                        → java/lang/Runtime
          \\u0052untime.getRuntime().halt( 1 );                                    → java/lang/Runtime
          new ProcessBuilder( "x" ).start();                                       → java/lang/ProcessBuilder
          new Thread( () -> ear.speak( 1 ) ).start();                              → a constant of kind 16
          Thread.sleep( 1000L );                                                   → a constant of kind 5
          Class.forName( "x" ).getDeclaredConstructor().newInstance();             → java/lang/Class
          ear.getClass().getMethod( "speak" ).invoke( ear );                       → java/lang/reflect
          java.lang.invoke.MethodHandles.lookup();                                 → java/lang/invoke/MethodHandles
          java.nio.file.Files.delete( java.nio.file.Path.of( "x" ) );              → java/nio/file
          new java.net.Socket( "localhost", 1 );                                   → java/net/Socket
          while ( true ) { ear.speak( 0 ); }                                       → a jump back
          for ( int i = 0; i >= 0; i++ ) { ear.speak( i ); }                       → instruction
          try { ear.speak( 0 ); } catch ( Exception e ) { }                        → a handler of exceptions
          synchronized ( ear ) { ear.speak( 0 ); }                                 → instruction
          long[] all = new long[ 2000000000 ];                                     → instruction
          drools.halt();                                                           → Drools
          insert( new Object() );                                                  → Drools
          throw new RuntimeException( "x" );                                       → java/lang/RuntimeException
          """)
  void refusesWhatARightSideCouldDo(String statement, String forbidden) {
    refused(DECLARED + rule("Fact_Way( v_km == 1 )", "ear.speak( 0 ); " + statement), forbidden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          function void f() { System.exit( 1 ); }                                  → a handler of exceptions
          function void f() { System.exit( 1 ); } rule "s" when then f(); end      → Block0
          import static java.lang.Runtime.getRuntime; rule "s" when eval( getRuntime() != null ) then end → java/lang/Runtime
          declare Fact_Bag v_kilos : Integer = Integer.getInteger( "x" ) end       → Integer.getInteger
          declare Fact_Bag extends Fact_Way v_kilos : Integer end                  → another kind of class
          declare Fact_Bag v_kilos : Integer @key end                              → withFieldAnnotation
          declare enum Fact_Kind A( System.getenv( "x" ) ); label : String end     → the method `<clinit>()V`
          declare Bag v_kilos : Integer end                                        → a class `rolecall.compiled.Bag`
          query "q" Fact_Way() end                                                 → Query
          rule "m" dialect "mvel" when Fact_Way() then System.exit( 1 ); end       → System.exit
          """)
  void refusesWhatAFileCouldDeclare(String declaration, String forbidden) {
    refused(
        DECLARED + declaration + "\n" + rule("Fact_Way( v_km == 1 )", "ear.speak( 0 );"),
        forbidden);
  }

  private static String rule(String condition, String statements) {
    return "\nrule \"0\" when\n  " + condition + "\nthen\n  " + statements + "\nend\n";
  }

  private static void refused(String drl, String forbidden) {
    Compiled compiled = Compiler.compile(drl, Sha256.of(drl));
    assertThat(ClassLock.forbidden(compiled.classes()))
        .anySatisfy(what -> assertThat(what).contains(forbidden));
  }

  /** Members in place of the ones that Drools gives a declared fact. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          static { System.exit( 1 ); }                                             → the method `<clinit>()V`
          public native Integer getV_km();                                         → the method `getV_km
          public synchronized Integer getV_km() { return null; }                   → the method `getV_km
          public Integer getV_km() { while ( true ) { } }                          → a jump back
          public Integer getV_km() { return getV_km(); }                           → Fact_Way.getV_km
          public int hashCode() { return 1; }                                      → the method `hashCode
          protected void finalize() { }                                            → the method `finalize
          private Object readResolve() { return this; }                            → the method `readResolve
          public Integer getV_km() { new dev.rolecall.ruleset.Ear().speak( 1 ); return 1; } → Ear.speak
          public Integer getV_km() { Runnable r = this::toString; return 1; }      → a constant of kind 16
          public Integer getV_km() { return (Integer) (Object) Thread.class; }     → the type `java/lang/Thread`
          public Integer getV_km() { return new int[ 9 ].length; }                 → instruction
          public Integer getV_km() { return new Integer[ 9 ][ 9 ].length; }        → instruction
          public Object getV_km() { return 1.5; }                                  → a constant of kind 6
          """)
  void refusesAClassWithOtherMembers(String member, String forbidden) throws IOException {
    assertThat(ClassLock.forbidden(Map.of(WAY, way(member))))
        .anySatisfy(what -> assertThat(what).contains(forbidden).endsWith(" in `" + WAY + "`"));
  }

  @Test
  void refusesAClassFileThatIsCutOrHasBytesTurned() {
    byte[] whole = good.get(WAY);
    for (int length = 0; length < whole.length; length += 7) {
      assertThat(ClassLock.forbidden(Map.of(WAY, Arrays.copyOf(whole, length)))).isNotEmpty();
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] turned = whole.clone();
      turned[at] ^= (byte) 0xFF;
      ClassLock.forbidden(
          Map.of(WAY, turned)); // refused or harmless; it says so and throws nothing
    }
  }

  /** Choices that say of themselves that they are shorter than nothing; none may be walked. */
  @ParameterizedTest
  @CsvSource({
    "AA000000, 00000010 00000004 FFFFFFFF", // a tableswitch of 4 to -1: no bytes long
    "AA000000, 00000010 00000004 80000000", // and of so few that it would go back
    "AB000000, 00000010 FFFFFFFE" // a lookupswitch of -2 pairs
  })
  void refusesChoicesOfNoLength(String instruction, String numbers) {
    byte[] code = HexFormat.of().parseHex((instruction + numbers).replace(" ", ""));
    assertThatThrownBy(() -> uses(code))
        .isInstanceOf(Forbidden.class)
        .hasMessage("a table of choices of no length");
  }

  @Test
  void refusesAnInstructionThatEndsAfterItsMethod() {
    assertThatThrownBy(() -> uses(new byte[] {0x01, 0x10}))
        .isInstanceOf(Forbidden.class)
        .hasMessage("an instruction that does not end in its method");
  }

  private static void uses(byte[] code) throws Forbidden {
    ByteBuffer attribute = ByteBuffer.allocate(8 + code.length + 64);
    attribute.putInt(4, code.length).put(8, code);
    ClassBytes bytes = new ClassBytes(attribute.array());
    ConstantPool none = new ConstantPool(new ClassBytes(new byte[10]));
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new Bytecode(bytes, none, 0).uses());
  }

  /** So no class can be a member of a package of the program, or bring a package of its own. */
  @Test
  void refusesClassesByTheirName() {
    for (String name :
        List.of(
            "dev.rolecall.ruleset.Ear",
            "rolecall.compiled.Extra",
            "rolecall.compiled.Fact_Way$1",
            "rolecall.compiled.P00.LambdaConsequence1",
            "rolecall.compiled.deeper.Fact_Way",
            "Fact_Way")) {
      assertThat(ClassLock.forbidden(Map.of(name, good.get(WAY))))
          .containsExactly("a class `" + name + "`");
    }
  }

  @Test
  void takesWhatTheLanguageMakes() {
    assertThat(ClassLock.forbidden(good)).isEmpty();
  }

  /** With no jump back in any method, and none that reaches itself, all of it ends. */
  @Test
  void allowsNoMethodToReachItself() {
    Map<String, Set<String>> calls = new TreeMap<>();
    for (AllowedReferences.Kind kind : new AllowedReferences().kinds()) {
      kind.methods().forEach((method, uses) -> calls.put(kind.name() + "." + method, uses));
    }
    for (String method : calls.keySet()) {
      assertThat(reached(method, calls)).as("reached from " + method).doesNotContain(method);
    }
  }

  private static Set<String> reached(String method, Map<String, Set<String>> calls) {
    Set<String> reached = new java.util.TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(method));
    while (!open.isEmpty()) {
      for (String use : calls.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(use)) {
          open.add(use);
        }
      }
    }
    return reached;
  }

  @Test
  void aPoisonedCacheNeverRunsAndIsMadeAgain() throws IOException {
    String leaves = "java.nio.file.Files.writeString( java.nio.file.Path.of( \"%s\" ), \"ran\" );";
    Path trace = temp.resolve("trace");
    String runs = leaves.formatted(trace.toString().replace("\\", "\\\\"));
    byte[] initializer = way("static { try { " + runs + " } catch ( Exception e ) { } }");
    byte[] reader = way("public Integer getV_km() throws Exception { " + runs + " return 1; }");
    byte[] model =
        compiled(
            "rolecall.compiled.Rules00000000000000000000000000000000",
            "{ static { try { " + runs + " } catch ( Exception e ) { } } }");
    List<Consumer<Map<String, byte[]>>> poisons =
        List.of(
            all -> all.put(WAY, initializer),
            all -> all.put(WAY, reader),
            all -> all.put("rolecall.compiled.Rules00000000000000000000000000000000", model),
            all -> all.put("rolecall.compiled.Extra", initializer),
            all -> all.put("dev.rolecall.ruleset.Ear", initializer),
            all -> all.put("rolecall.compiled.Fact_Bag", good.get(WAY)),
            all -> all.remove(WAY),
            all -> all.keySet().removeIf(name -> name.contains("LambdaConsequence")),
            Map::clear);
    for (Consumer<Map<String, byte[]>> poison : poisons) {
      Map<String, byte[]> classes = new TreeMap<>(good);
      poison.accept(classes);
      new ClassCache(temp.resolve("cache")).put(key(), new Compiled(classes));
      assertThat(Trip.decide(open(temp), SITUATION).findings())
          .extracting("because")
          .containsExactly("it is far");
      assertThat(trace).doesNotExist();
      assertThat(classes(cached(temp)).keySet()).isEqualTo(good.keySet());
    }
  }

  @Test
  void aCompilerThatWritesSomethingElseIsABug() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>(good);
    classes.put(WAY, way("static { System.exit( 1 ); }"));
    Ruleset ruleset = open(shared);
    assertThatThrownBy(() -> LoadedRules.of(new Compiled(classes)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("compiled rules hold [")
        .hasMessageContaining("the method `<clinit>()V` in `" + WAY + "`");
  }

  private static Ruleset open(Path folder) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules/trip"));
    Files.writeString(rules.resolve("vocabulary.drl"), Trip.VOCABULARY);
    Files.writeString(rules.resolve("r.drl"), RULES);
    return Trip.good(RulesFolder.open(rules.getParent(), "trip", folder.resolve("cache")));
  }

  private static Path cached(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".rules")).findFirst().orElseThrow();
    }
  }

  private static Map<String, byte[]> classes(Path cached) {
    String key = cached.getFileName().toString().replace(".rules", "");
    return new ClassCache(cached.getParent()).get(key).orElseThrow().classes();
  }

  private static String key() {
    return goodFile.getFileName().toString().replace(".rules", "");
  }

  private byte[] way(String member) throws IOException {
    return compiled(
        WAY,
        " implements java.io.Serializable, org.drools.base.factmodel.GeneratedFact,"
            + " org.drools.base.factmodel.AccessibleFact {\n"
            + "  public Object getValue( String name ) { return null; }\n"
            + "  public void setValue( String name, Object value ) { }\n"
            + member
            + "\n}");
  }

  private byte[] compiled(String name, String rest) throws IOException {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    Path folder = Files.createTempDirectory(temp, "java");
    Path source = folder.resolve(simple + ".java");
    Files.writeString(source, "package rolecall.compiled;\n\npublic class " + simple + rest + "\n");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-cp",
                CLASS_PATH,
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
    return Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"));
  }
}
