@echo off
rem Builds Rolecall when its sources are newer than its jar, then runs it. The archive of classes that `rolecall` makes for
rem faster starts is not made here: it would take more lines than all of this.
setlocal EnableExtensions DisableDelayedExpansion
set "folder=%~dp0"
set "folder=%folder:~0,-1%"
set "jar=%folder%\.rolecall\build\rolecall.jar"
set "log=%folder%\.rolecall\build.log"

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
rem An option that Java knows since 17.
"%java%" --enable-native-access=ALL-UNNAMED --version >nul 2>&1 || goto nojava

rem One question for all: 1 the jar is missing or old, 2 stderr is a terminal, 4 stdout is one.
powershell -NoProfile -Command "$s = 1; if (Test-Path -LiteralPath $env:jar) { $t = (Get-Item -LiteralPath $env:jar).LastWriteTime; if (-not (Get-ChildItem -Recurse -LiteralPath ($env:folder + '\src\main'), ($env:folder + '\pom.xml') -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1)) { $s = 0 } }; if (-not [Console]::IsErrorRedirected) { $s += 2 }; if (-not [Console]::IsOutputRedirected) { $s += 4 }; exit $s" <nul
set /a "state=%errorlevel%"
set /a "stale=state & 1", "terminal=state & 2", "color=state & 4"
if %terminal%==0 (set "terminal=false") else (set "terminal=true")
if %color%==0 (set "color=false") else (set "color=true")
if defined NO_COLOR set "color=false"

if %stale%==0 goto run
where mvn >nul 2>&1 || goto nomaven
if %terminal%==true echo building Rolecall...>&2
if not exist "%folder%\.rolecall" mkdir "%folder%\.rolecall"
pushd "%folder%"
call mvn -q -B -ntp -Dquick package >"%log%" 2>&1 <nul
set "failed=%errorlevel%"
popd
if not %failed%==0 goto failed

:run
set "tuning=-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -XX:C1MaxInlineSize=20 -XX:+UseSerialGC"
if "%~1"=="batch" set "tuning="
if "%~1"=="prove" set "tuning="
if "%~1"=="serve" set "tuning="
"%java%" %tuning% -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow -XX:-UsePerfData -Xlog:disable -Xlog:all=warning:stderr -Dfile.encoding=UTF-8 "-Drolecall.folder=%folder%" -Drolecall.terminal=%terminal% -Drolecall.color=%color% %ROLECALL_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

:nojava
echo rolecall: "%java%" is missing or older than 17; install a JDK 17 or newer, or set JAVA_HOME to one>&2
exit /b 70

:nomaven
echo rolecall: building needs mvn, which is not on the PATH; install Maven 3.8 or newer>&2
exit /b 70

:failed
type "%log%" >&2
echo rolecall: the build failed, its output is above>&2
exit /b 70
