# Windows' counterpart of ./dalescope: finds JDK 25, builds what is missing, runs the program in the caller's folder.
$project = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$arguments = @($args | Where-Object { $_ -ne '--yes' })
if ($arguments.Count -ne $args.Count) { $env:DALESCOPE_YES = '1' }

$jdk = & (Join-Path $PSScriptRoot 'find-jdk.ps1')
if ($LASTEXITCODE -eq 1 -or -not $jdk) { exit 1 }
$env:JAVA_HOME = $jdk
$env:DALESCOPE_JAVA_HOME = $jdk

$stamp = Join-Path $project 'app\target\.built'
$classPathFile = Join-Path $project 'app\target\class-path.txt'
function Get-Jars {
  foreach ($module in 'resources', 'model', 'app') {
    Get-ChildItem (Join-Path $project "$module\target\dalescope-$module-*.jar") -ErrorAction SilentlyContinue |
      Where-Object Name -NotMatch '-(sources|javadoc|tests)\.jar$' | ForEach-Object FullName
  }
}
function Test-Stale {
  if (-not (Test-Path -LiteralPath $stamp) -or -not (Test-Path -LiteralPath $classPathFile)) { return $true }
  if (@(Get-Jars).Count -lt 3) { return $true }
  $built = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
  $sources = @(Get-Item (Join-Path $project 'pom.xml'))
  foreach ($module in 'resources', 'model', 'app') {
    $sources += Get-Item (Join-Path $project "$module\pom.xml")
    $sources += Get-ChildItem (Join-Path $project "$module\src\main") -Recurse -ErrorAction SilentlyContinue
  }
  return [bool]($sources | Where-Object { $_.LastWriteTimeUtc -gt $built })
}

if (Test-Stale) {
  [Console]::Error.WriteLine('Building Dalescope (the first time takes a few minutes) ...')
  $log = Join-Path $project 'app\target\.build.log'
  New-Item -ItemType Directory -Force (Split-Path $log) | Out-Null
  $begun = Get-Date  # the stamp bears the time the build began: what is edited meanwhile counts as newer
  Push-Location $project
  cmd /c ".\mvnw.cmd -B -ntp -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -pl resources,model,app package > app\target\.build.log 2>&1 < NUL"
  $status = $LASTEXITCODE
  Pop-Location
  if ($status -ne 0) {
    Get-Content -LiteralPath $log -Tail 25 | ForEach-Object { [Console]::Error.WriteLine($_) }
    [Console]::Error.WriteLine("Dalescope could not be built; the whole output is in $log.")
    exit 1
  }
  Set-Content -LiteralPath $stamp -Value ''
  (Get-Item -LiteralPath $stamp).LastWriteTime = $begun
}

$classPath = (@(Get-Jars) + (Get-Content -Raw -LiteralPath $classPathFile).Trim()) -join ';'
if (-not $env:OMP_WAIT_POLICY) { $env:OMP_WAIT_POLICY = 'PASSIVE' }
$options = @($env:DALESCOPE_JAVA_OPTS -split ' ' | Where-Object { $_ })
# The user's own choice of a collector wins: Java refuses two.
$command = @(@($arguments) + 'window')[0]
if ($command -notin 'window', 'demo' -and "$options" -notmatch '-XX:\+Use\w*GC') {
  $options = @("@$(Join-Path $PSScriptRoot 'terminal.options')") + $options
}
& (Join-Path $jdk 'bin\java.exe') "@$(Join-Path $PSScriptRoot 'java.options')" @options `
  -cp $classPath org.dalescope.app.Main @arguments
exit $LASTEXITCODE
