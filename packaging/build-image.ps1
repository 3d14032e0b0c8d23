# Windows' counterpart of build-image: an .msi in packaging\target by jpackage, which needs WiX 3. Not tested: there was no Windows.
$ErrorActionPreference = 'Stop'
$project = (Resolve-Path (Join-Path $PSScriptRoot '..')).Path
$jdk = & (Join-Path $PSScriptRoot 'launcher\find-jdk.ps1')
$env:JAVA_HOME = $jdk
Push-Location $project
& .\mvnw.cmd -B -ntp -q -DskipTests '-Dmaven.test.skip=true' '-Dspotless.check.skip=true' -pl resources,model,app package
if ($LASTEXITCODE -ne 0) { exit 1 }
$version = ([xml](Get-Content pom.xml)).project.version
$target = Join-Path $PSScriptRoot 'target'
$libraries = Join-Path $target 'input'
Remove-Item -Recurse -Force $libraries -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force "$libraries\native", "$libraries\torch", "$libraries\licences" | Out-Null
foreach ($module in 'resources', 'model', 'app') { Copy-Item "$module\target\dalescope-$module-$version.jar" $libraries }

Add-Type -AssemblyName System.IO.Compression.FileSystem
# Moves the entries that match out of a copy of a jar into a folder, without their folders.
function Move-Out([string] $jar, [string] $pattern, [string] $folder) {
  $copy = Join-Path $libraries (Split-Path $jar -Leaf)
  Copy-Item $jar $copy
  $zip = [IO.Compression.ZipFile]::Open($copy, 'Update')
  foreach ($entry in @($zip.Entries | Where-Object { $_.FullName -match $pattern })) {
    [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, (Join-Path $folder $entry.Name), $true)
    $entry.Delete()
  }
  $zip.Dispose()
}
foreach ($jar in (Get-Content -Raw app\target\class-path.txt).Trim() -split ';') {
  switch -Wildcard (Split-Path $jar -Leaf) {
    'dalescope-*' { break }
    'pytorch-native-cpu-*' { Move-Out $jar '^pytorch/cpu/win-x86_64/.+' "$libraries\torch"; break }
    'pytorch-jni-*' { Move-Out $jar '^jnilib/win-x86_64/cpu/.+' "$libraries\torch"; break }
    'javafx-*' { Move-Out $jar '\.dll$' "$libraries\native"; break }
    default { Copy-Item $jar $libraries }
  }
}
Get-ChildItem "$libraries\torch\*.gz" | ForEach-Object {
  $in = New-Object IO.Compression.GZipStream ([IO.File]::OpenRead($_.FullName)), 'Decompress'
  $out = [IO.File]::Create($_.FullName -replace '\.gz$', '')
  $in.CopyTo($out); $out.Dispose(); $in.Dispose()
  Remove-Item $_.FullName
}
Set-Content -NoNewline "$libraries\torch\build-version" '2.7.1+cpu'
Copy-Item LICENSE, CHANGELOG.md, packaging\THIRD-PARTY.txt "$libraries\licences"

$options = @()
Get-Content packaging\launcher\java.options | Where-Object { $_ -and $_ -notmatch '^#' } | ForEach-Object { $options += '--java-options', $_ }
$modules = 'java.base,java.desktop,java.logging,java.xml,java.management,jdk.management,java.net.http,java.sql,java.compiler,jdk.jfr,' +
  'jdk.unsupported,jdk.unsupported.desktop,jdk.incubator.vector,jdk.crypto.ec'
& "$jdk\bin\jpackage.exe" --type msi --dest $target --name dalescope --app-version $version `
  --vendor 'The Dalescope developers' --input $libraries --main-jar "dalescope-app-$version.jar" `
  --main-class org.dalescope.app.Main --add-modules $modules --win-menu --win-menu-group Science --win-console `
  --jlink-options '--strip-debug --no-header-files --no-man-pages --compress=zip-6 --generate-cds-archive' @options `
  --java-options '-Djava.library.path=$APPDIR\native' --java-options '-Ddalescope.libtorch.bundled=$APPDIR\torch' `
  --java-options '-Ddalescope.licences=$APPDIR\licences'
exit $LASTEXITCODE
